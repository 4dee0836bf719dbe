package org.interurban.platform.accounts;

import org.jspecify.annotations.Nullable;

/** The page to go to after signing in: the one that was asked for, else what waits; only ever one of ours, whatever an address says. */
final class Back {

    static final String HOME = "/work";

    private Back() {}

    static String to(@Nullable String path) {
        return path != null
                        && path.startsWith("/")
                        && !path.startsWith("//")
                        && !path.startsWith("/\\")
                        && !path.equals("/")
                        && !path.startsWith("/sign-")
                        && path.chars()
                                .allMatch(c -> c > ' ' && c != 127 && c != '{' && c != '}') // braces would be filled in
                ? path
                : HOME;
    }
}

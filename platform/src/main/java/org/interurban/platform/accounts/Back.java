package org.interurban.platform.accounts;

import org.jspecify.annotations.Nullable;

/** The page to go back to after signing in; only ever one of ours, whatever an address says. */
final class Back {

    private Back() {}

    static String to(@Nullable String path) {
        return path != null
                        && path.startsWith("/")
                        && !path.startsWith("//")
                        && !path.startsWith("/\\")
                        && !path.startsWith("/sign-")
                        && path.chars()
                                .allMatch(c -> c > ' ' && c != 127 && c != '{' && c != '}') // braces would be filled in
                ? path
                : "/";
    }
}

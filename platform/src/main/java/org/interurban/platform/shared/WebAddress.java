package org.interurban.platform.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that a browser may be led to from a text of people: http or https with a host, without a name or password in it,
 * without what is not seen. Every other address (javascript:, data:, mailto:) stays a text.
 */
public record WebAddress(String value) {

    /** As long as a field for one takes. */
    public static final int TYPED_LENGTH = 300;

    private static final int MOST = 2000;
    private static final Pattern WHOLE = Pattern.compile(
            "(?<scheme>(?i)https?)://(?<host>[^/?#:@]{1,253}+)(?<port>:[0-9]{1,5}+)?(?<rest>[/?#].*+)?");
    private static final Pattern UNSEEN_OR_MARKUP = Pattern.compile("[\\p{C}\\p{Z}<>\"\\\\]");
    private static final Pattern BEGINS_WITH_SCHEME =
            Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*+:(?![0-9]{1,5}(?:[/?#]|$)).*");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[^\\s.])[.,;]$");
    private static final Pattern HOST = Pattern.compile("([a-z0-9-]+\\.)*[a-z0-9-]+");
    private static final Pattern HOST_ALONE = Pattern.compile("([a-z0-9-]+\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    public WebAddress {
        if (value.isEmpty() || !form(value).equals(value)) {
            throw new IllegalArgumentException("Not an address of the web in its one form: " + value);
        }
    }

    /** The text where it is such an address as it stands, scheme and host in lower case. */
    public static Optional<WebAddress> of(@Nullable String text) {
        var form = text == null ? "" : form(text);
        return form.isEmpty() ? Optional.empty() : Optional.of(new WebAddress(form));
    }

    /** What somebody typed into a field, also as addresses are said: {@code www.city.example}. */
    public static Optional<WebAddress> typed(@Nullable String typed) {
        if (typed == null || typed.length() > TYPED_LENGTH) {
            return Optional.empty();
        }
        var text = bare(typed);
        if (BEGINS_WITH_SCHEME.matcher(text).matches()) {
            return of(text);
        }
        var bare = text.startsWith("//") ? text.substring(2) : text;
        return of("https://" + bare).filter(address -> isHost(host(bare), HOST_ALONE));
    }

    /** Without the angles around it and the stop or comma of the sentence behind it. */
    private static String bare(String typed) {
        var text = END_OF_SENTENCE.matcher(typed.strip()).replaceAll("");
        return text.startsWith("<") && text.endsWith(">")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    private static String host(String bare) {
        return bare.split("[/?#:]", 2)[0];
    }

    /** The one form of an address; empty where the text is none. */
    private static String form(String text) {
        if (text.length() > MOST || UNSEEN_OR_MARKUP.matcher(text).find()) {
            return "";
        }
        var parts = WHOLE.matcher(text);
        return parts.matches() && isHost(parts.group("host"), HOST)
                ? text.substring(0, parts.end("host")).toLowerCase(Locale.ROOT) + text.substring(parts.end("host"))
                : "";
    }

    private static boolean isHost(String written, Pattern form) {
        return HostName.ascii(written).filter(form.asMatchPredicate()).isPresent();
    }

    @Override
    public String toString() {
        return value;
    }
}

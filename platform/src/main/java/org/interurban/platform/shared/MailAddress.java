package org.interurban.platform.shared;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of mail in the one form in which addresses are kept and compared, however it was typed: without marks that nobody sees,
 * letters in their compatible forms, in lower case, the domain as the network knows it. What cannot be sent to is none.
 */
public record MailAddress(String value) {

    public static final int MOST = 254;

    /** Room for marks that nobody sees; what is longer is not looked at, since a pattern's depth grows with the text. */
    private static final int MOST_TYPED = 1000;

    private static final int MOST_LOCAL = 64;
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*+");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9-]+\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    private static final String SCHEME = "mailto:";

    /** How people write the sign so that no robot reads it. */
    private static final Pattern AT = Pattern.compile("\\s*[(\\[{](?i:at|@)[)\\]}]\\s*");

    private static final Pattern NAMED = Pattern.compile("[^<>@]*<(?<address>[^<>]*)>");
    /** One of a list, of which others have no name. */
    private static final Pattern LISTED = Pattern.compile("(?:^|(?<=[;,|\n]))[^<>@;|\n]*<(?<address>[^<>]*)>");

    /** What is said of an address. */
    private static final Pattern REMARK = Pattern.compile("\\s[(\\[][^()\\[\\]@]*[)\\]]");

    private static final Pattern AT_IN_WORDS = Pattern.compile("(?i)(\\S+) at (\\S+\\.\\S+)");
    private static final Pattern BETWEEN = Pattern.compile("[;,|\\s]+");

    public MailAddress {
        if (!canonical(value).filter(value::equals).isPresent()) {
            throw new IllegalArgumentException("Not an address of mail in its one form: " + value);
        }
    }

    /** Empty where nothing could be sent to what was typed. */
    public static Optional<MailAddress> of(@Nullable String typed) {
        return Optional.ofNullable(typed).flatMap(MailAddress::canonical).map(MailAddress::new);
    }

    /**
     * All addresses of a text as people paste it: with names before addresses in angles, with mailto:, several with marks between them.
     * None where something in it is neither.
     */
    public static List<MailAddress> typed(@Nullable String typed) {
        if (typed == null || typed.length() > MOST_TYPED) {
            return List.of();
        }
        var said = AT.matcher(trim(Normalizer.normalize(typed, Normalizer.Form.NFKC)))
                .replaceAll("@");
        var spoken = AT_IN_WORDS.matcher(said);
        var text = REMARK.matcher(spoken.matches() && said.indexOf('@') < 0 ? spoken.replaceFirst("$1@$2") : said)
                .replaceAll(" ");
        var named = NAMED.matcher(text);
        var parts = named.find() && named.replaceAll("").indexOf('@') < 0
                ? NAMED.matcher(text)
                        .results()
                        .map(address -> address.group("address"))
                        .toList()
                : List.of(BETWEEN.split(LISTED.matcher(text).replaceAll(" ${address} ")));
        var addresses = parts.stream()
                .map(MailAddress::bare)
                .filter(part -> !part.isEmpty())
                .map(MailAddress::of)
                .toList();
        return addresses.stream().allMatch(Optional::isPresent)
                ? addresses.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }

    /** Without what stands around it in pairs, the scheme of its link and what the link says besides. */
    private static String bare(String part) {
        var text = part.strip();
        for (var around : List.of("<>", "\"\"", "()", "''")) {
            if (text.length() > 1
                    && text.charAt(0) == around.charAt(0)
                    && text.charAt(text.length() - 1) == around.charAt(1)) {
                text = text.substring(1, text.length() - 1).strip();
            }
        }
        if (text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            text = text.substring(SCHEME.length()).replaceFirst("\\?.*", "");
        }
        return text.indexOf('@') > 0 ? text.replaceFirst("[.,:]$", "") : text;
    }

    private static Optional<String> canonical(String typed) {
        if (typed.length() > MOST_TYPED) {
            return Optional.empty();
        }
        var text = trim(Normalizer.normalize(typed, Normalizer.Form.NFKC));
        var at = text.indexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        var local = Normalizer.normalize(text.substring(0, at).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        var domain = HostName.ascii(text.substring(at + 1)).orElse("");
        return local.length() <= MOST_LOCAL
                        && LOCAL.matcher(local).matches()
                        && DOMAIN.matcher(domain).matches()
                        && local.length() + 1 + domain.length() <= MOST
                ? Optional.of(local + "@" + domain)
                : Optional.empty();
    }

    /** Without what no reader sees: marks of direction, joiners, soft hyphens anywhere, spaces of all kinds around it. */
    private static String trim(String text) {
        var seen = text.codePoints()
                .filter(point -> !UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var begin = 0;
        var end = seen.length();
        while (begin < end && UCharacter.isUWhiteSpace(seen.charAt(begin))) {
            begin++;
        }
        while (begin < end && UCharacter.isUWhiteSpace(seen.charAt(end - 1))) {
            end--;
        }
        return seen.substring(begin, end);
    }

    @Override
    public String toString() {
        return value;
    }
}

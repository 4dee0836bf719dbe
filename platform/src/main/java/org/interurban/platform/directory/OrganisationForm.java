package org.interurban.platform.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.interurban.platform.shared.WebAddress;
import org.interurban.platform.web.ByLine;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about an organisation; numbers are text here, so that a wrong one is shown as it was typed.
 *
 * @param otherNames one a line, each with its language before a colon where it is known
 * @param another ticked when someone insists that it is not the organisation of the same name
 * @param version of the record as it was shown; null for a new one
 */
record OrganisationForm(
        @NotBlank(message = "{directory.error.name}")
        @Size(max = NAME_LENGTH, message = "{directory.error.long}")
        @Nullable
        String name,

        @Size(max = NAME_LENGTH, message = "{directory.error.long}") @Nullable
        String officialName,

        @Size(max = 40, message = "{directory.error.long}") @Nullable
        String abbreviation,

        @NotBlank(message = "{directory.error.kind}") @Nullable
        String kind,

        @Nullable String country,

        @Size(max = NAME_LENGTH, message = "{directory.error.long}") @Nullable
        String localName,

        @Pattern(regexp = "|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "{directory.error.language}") @Nullable
        String localLanguage,

        @ByLine(max = NAME_LENGTH) @Nullable String otherNames,

        @Pattern(regexp = "|-?([0-8]?[0-9](\\.[0-9]{1,8})?|90)", message = "{directory.error.latitude}") @Nullable
        String latitude,

        @Pattern(regexp = "|-?((1[0-7][0-9]|[0-9]?[0-9])(\\.[0-9]{1,8})?|180)", message = "{directory.error.longitude}")
        @Nullable
        String longitude,

        @Nullable String timeZone,

        @Pattern(regexp = "|[1-9][0-9]{0,11}", message = "{directory.error.population}") @Nullable
        String population,

        @Size(max = WebAddress.TYPED_LENGTH, message = "{directory.error.long}") @Nullable
        String website,

        @Size(max = 2000, message = "{directory.error.long}") @Nullable
        String description,

        @Size(max = 2000, message = "{directory.error.long}") @Nullable
        String note,

        @Nullable Boolean another,
        @Nullable Integer version) {

    static final int NAME_LENGTH = 200;

    /** All names the organisation goes by, its own first. */
    List<Alias> aliases() {
        var all = new ArrayList<Alias>();
        add(all, name, null, Alias.Kind.NAME);
        add(all, officialName, null, Alias.Kind.OFFICIAL);
        add(all, localName, text(localLanguage), Alias.Kind.LOCAL);
        add(all, abbreviation, null, Alias.Kind.ABBREVIATION);
        if (otherNames != null) {
            otherNames.lines().forEach(line -> {
                var parts = line.split(":", 2);
                if (parts.length == 2 && parts[0].strip().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                    add(all, parts[1], parts[0].strip(), Alias.Kind.ALTERNATIVE);
                } else {
                    add(all, line, null, Alias.Kind.ALTERNATIVE);
                }
            });
        }
        return all;
    }

    /** The website where a link may lead to what was typed. */
    @Nullable
    String webAddress() {
        return WebAddress.typed(website).map(WebAddress::value).orElse(null);
    }

    private static void add(List<Alias> all, @Nullable String name, @Nullable String language, Alias.Kind kind) {
        var given = text(name);
        if (given != null && all.stream().noneMatch(alias -> alias.name().equals(given))) {
            all.add(new Alias(given, language, kind));
        }
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}

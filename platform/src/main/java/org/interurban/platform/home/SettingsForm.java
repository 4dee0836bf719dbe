package org.interurban.platform.home;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.shared.WebAddress;
import org.interurban.platform.web.NetworkSettings;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What administrators fill in about the network as a whole. */
record SettingsForm(
        @Worded(max = NetworkSettings.NAME_LENGTH) Words name,
        @Worded(max = NetworkSettings.PAGE_LENGTH) Words contact,
        @Worded(max = NetworkSettings.PAGE_LENGTH) Words imprint,
        @Worded(max = NetworkSettings.PAGE_LENGTH) Words privacy,
        @Worded(max = NetworkSettings.PAGE_LENGTH) Words accessibility,
        @Worded(max = NetworkSettings.LICENCE_LENGTH) Words licence,

        @Size(max = NetworkSettings.ADDRESS_LENGTH, message = "{components.words.too-long}") @Nullable
        String licenceAddress,

        @Size(max = NetworkSettings.ADDRESS_LENGTH, message = "{components.words.too-long}") @Nullable
        String securityContact,

        @Size(max = MailAddress.MOST, message = "{components.words.too-long}") @Nullable
        String mailFrom,

        @Nullable List<String> languages,
        @Nullable Boolean opensNew,
        @Nullable Integer version) {

    SettingsForm {
        name = Objects.requireNonNullElse(name, Words.NONE);
        contact = Objects.requireNonNullElse(contact, Words.NONE);
        imprint = Objects.requireNonNullElse(imprint, Words.NONE);
        privacy = Objects.requireNonNullElse(privacy, Words.NONE);
        accessibility = Objects.requireNonNullElse(accessibility, Words.NONE);
        licence = Objects.requireNonNullElse(licence, Words.NONE);
    }

    static SettingsForm of(NetworkSettings settings, List<String> offered) {
        return new SettingsForm(
                Words.of(settings.name()),
                Words.of(settings.contact()),
                Words.of(settings.imprint()),
                Words.of(settings.privacy()),
                Words.of(settings.accessibility()),
                Words.of(settings.licence()),
                settings.licenceAddress(),
                settings.securityContact(),
                settings.mailFrom(),
                offered,
                settings.opensNew(),
                settings.version());
    }

    void check(Errors errors) {
        if (languages == null || languages.isEmpty()) {
            errors.rejectValue("languages", "home.settings.error.languages");
        }
        if (isTyped(licenceAddress) && !isAddress(licenceAddress)) {
            errors.rejectValue("licenceAddress", "home.settings.error.address");
        }
        if (isTyped(securityContact) && !isAddress(securityContact) && !isMail(securityContact)) {
            errors.rejectValue("securityContact", "home.settings.error.contact");
        }
        if (isTyped(mailFrom) && !isMail(mailFrom)) {
            errors.rejectValue("mailFrom", "home.settings.error.mail");
        }
    }

    private static boolean isTyped(@Nullable String text) {
        return !Typed.text(text).isEmpty();
    }

    private static boolean isAddress(@Nullable String text) {
        return WebAddress.of(Typed.text(text)).isPresent();
    }

    static boolean isMail(@Nullable String text) {
        return MailAddress.of(Typed.text(text)).isPresent();
    }

    NetworkSettings settings(NetworkSettings before) {
        return new NetworkSettings(
                name.text(before.name()),
                contact.text(before.contact()),
                imprint.text(before.imprint()),
                privacy.text(before.privacy()),
                accessibility.text(before.accessibility()),
                licence.text(before.licence()),
                Typed.textOrNull(licenceAddress),
                Typed.textOrNull(securityContact),
                MailAddress.of(mailFrom).map(MailAddress::value).orElse(null),
                languages == null ? List.of() : languages,
                Boolean.TRUE.equals(opensNew),
                before.logo(),
                version == null ? -1 : version);
    }
}

package org.interurban.platform.home;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.files.Picture;
import org.interurban.platform.files.Pictures;
import org.interurban.platform.web.NetworkSettings;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.ThisNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the network up as a whole, and tries whether its mail arrives. */
@Service
class KeepSettings {

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** Somebody else changed them since the form was opened. */
        record Overtaken(NetworkSettings now) implements Outcome {}
    }

    private static final Audit.Subject SETTINGS = new Audit.Subject("network", "settings");

    private static final String LOGO = "network/logo";

    private final ThisNetwork network;
    private final Pictures pictures;
    private final Mail mail;
    private final PublicAddress address;
    private final Rights rights;
    private final Audit audit;
    private final MessageSource messages;

    KeepSettings(
            ThisNetwork network,
            Pictures pictures,
            Mail mail,
            PublicAddress address,
            Rights rights,
            Audit audit,
            MessageSource messages) {
        this.network = network;
        this.pictures = pictures;
        this.mail = mail;
        this.address = address;
        this.rights = rights;
        this.audit = audit;
        this.messages = messages;
    }

    @Transactional
    Outcome keep(SettingsForm form) {
        rights.require(CommonPermission.ADMINISTRATION);
        var before = network.settings();
        var changed = form.settings(before);
        if (!network.keep(changed)) {
            return new Outcome.Overtaken(network.settings());
        }
        audit.record("home.settings-changed", SETTINGS, Map.of("changed", names(before, changed)));
        return new Outcome.Kept();
    }

    private static String names(NetworkSettings before, NetworkSettings after) {
        return Stream.of(
                        named("name", before.name(), after.name()),
                        named("contact", before.contact(), after.contact()),
                        named("imprint", before.imprint(), after.imprint()),
                        named("privacy", before.privacy(), after.privacy()),
                        named("accessibility", before.accessibility(), after.accessibility()),
                        named("licence", before.licence(), after.licence()),
                        named("licence-address", before.licenceAddress(), after.licenceAddress()),
                        named("security-contact", before.securityContact(), after.securityContact()),
                        named("mail-from", before.mailFrom(), after.mailFrom()),
                        named("visibility", before.opensNew(), after.opensNew()),
                        named("languages", before.languages(), after.languages()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String named(String name, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? "" : name;
    }

    /** @param logo null takes it away */
    @Transactional
    void keepLogo(@Nullable Picture logo) {
        rights.require(CommonPermission.ADMINISTRATION);
        if (logo == null) {
            pictures.remove(LOGO);
        } else {
            pictures.keep(LOGO, logo);
        }
        network.showLogo(pictures.address(LOGO).orElse(null));
        audit.record("home.settings-changed", SETTINGS, Map.of("changed", "logo"));
    }

    /** @param to one address of mail */
    @Transactional
    void tryMail(String to, Locale locale) {
        rights.require(CommonPermission.ADMINISTRATION);
        mail.send(new Mail.Message(
                to,
                messages.getMessage("home.settings.mail.subject", new Object[] {network.name(locale)}, locale),
                messages.getMessage(
                        "home.settings.mail.body", new Object[] {network.name(locale), address.of("/")}, locale)));
        audit.record("home.mail-tried", SETTINGS, Map.of());
    }
}

package org.interurban.platform.enquiries;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.people.NewContacts;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.ThisNetwork;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is mailed to whoever writes for a city, in the language in which they wrote, and to those who speak for it already. */
@Component
class EnquiryLetters {

    private final Mail mail;
    private final PublicAddress address;
    private final ThisNetwork network;
    private final MessageSource messages;
    private final Rights rights;
    private final Languages languages;

    EnquiryLetters(
            Mail mail,
            PublicAddress address,
            ThisNetwork network,
            MessageSource messages,
            Rights rights,
            Languages languages) {
        this.mail = mail;
        this.address = address;
        this.network = network;
        this.messages = messages;
        this.rights = rights;
        this.languages = languages;
    }

    /**
     * Says nothing of what was written: nobody knows yet whether the address is the writer's.
     *
     * @param token the secret with which its recipient confirms
     */
    void askToConfirm(Enquiry enquiry, String token) {
        var link = address.of("/start/confirm?token=" + token + "&lang=" + enquiry.language());
        send(enquiry.email(), enquiry.language(), "enquiries.mail.confirm", true, link);
    }

    /** Tells those who speak for the city already who else is its contact from now on. */
    void tellOthers(Enquiry enquiry, Directory.Entry city, List<NewContacts.Speaker> speakers) {
        for (var speaker : speakers) {
            MailAddress.of(speaker.email()).ifPresent(others -> {
                var language = Objects.requireNonNullElse(speaker.language(), languages.first());
                send(
                        others,
                        language,
                        "enquiries.mail.another",
                        false,
                        city.name(),
                        speaker.name(),
                        enquiry.writer(),
                        enquiry.post(),
                        enquiry.email().value(),
                        network.name(Locale.forLanguageTag(language)),
                        rights.current().name());
            });
        }
    }

    /** @param words key of the letter; with {@code .subject} after it, of its subject */
    void tell(Enquiry enquiry, String words, String reason) {
        send(
                enquiry.email(),
                enquiry.language(),
                words,
                false,
                enquiry.city(),
                enquiry.writer(),
                network.name(Locale.forLanguageTag(enquiry.language())),
                reason,
                rights.current().name());
    }

    private void send(MailAddress to, String language, String words, boolean secret, Object... said) {
        var locale = Locale.forLanguageTag(language);
        mail.send(new Mail.Message(
                to.value(),
                messages.getMessage(words + ".subject", said, locale),
                messages.getMessage(words, said, locale),
                secret));
    }
}

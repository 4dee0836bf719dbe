package org.interurban.platform.enquiries;

import java.util.Locale;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.ThisNetwork;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is mailed to whoever writes for a city, in the language in which they wrote. */
@Component
class EnquiryLetters {

    private final Mail mail;
    private final PublicAddress address;
    private final ThisNetwork network;
    private final MessageSource messages;
    private final Rights rights;

    EnquiryLetters(Mail mail, PublicAddress address, ThisNetwork network, MessageSource messages, Rights rights) {
        this.mail = mail;
        this.address = address;
        this.network = network;
        this.messages = messages;
        this.rights = rights;
    }

    /** @param token the secret with which its recipient confirms */
    void askToConfirm(Enquiry enquiry, String token) {
        var link = address.of("/start/confirm?token=" + token + "&lang=" + enquiry.language());
        send(enquiry, "enquiries.mail.confirm", true, enquiry.writer(), enquiry.city(), link);
    }

    /** @param words key of the letter; with {@code .subject} after it, of its subject */
    void tell(Enquiry enquiry, String words, String reason) {
        var name = network.name(Locale.forLanguageTag(enquiry.language()));
        send(
                enquiry,
                words,
                false,
                enquiry.writer(),
                enquiry.city(),
                name,
                reason,
                rights.current().name());
    }

    private void send(Enquiry enquiry, String words, boolean secret, Object... said) {
        var locale = Locale.forLanguageTag(enquiry.language());
        mail.send(new Mail.Message(
                enquiry.email().value(),
                messages.getMessage(words + ".subject", new Object[] {enquiry.city()}, locale),
                messages.getMessage(words, said, locale),
                secret));
    }
}

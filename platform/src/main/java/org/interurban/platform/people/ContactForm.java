package org.interurban.platform.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.regex.Pattern;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about a contact.
 *
 * @param sharing what is said of an address that another person has: "same" person, or one "mailbox" of several
 */
record ContactForm(
        @NotBlank(message = "{people.error.name}")
        @Size(max = Contact.WORDS_LENGTH, message = "{components.words.too-long}")
        @Nullable
        String name,

        @NotBlank(message = "{people.error.title}")
        @Size(max = Contact.WORDS_LENGTH, message = "{components.words.too-long}")
        @Nullable
        String title,

        @Nullable String duty,

        @Size(max = MailAddress.MOST, message = "{components.words.too-long}") @Nullable
        String email,

        @Size(max = Contact.TELEPHONE_LENGTH, message = "{components.words.too-long}") @Nullable
        String telephone,

        @Nullable String language,

        @Size(max = Contact.WORDS_LENGTH, message = "{components.words.too-long}") @Nullable
        String salutation,

        @Nullable Boolean published,
        @Nullable String sharing,
        @Nullable Integer version) {

    /** As the table takes it. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    static final ContactForm EMPTY = new ContactForm(null, null, "focal-point", null, null, null, null, false, null, 0);

    static ContactForm of(Contact contact) {
        return new ContactForm(
                contact.name(),
                contact.title(),
                contact.duty(),
                contact.email(),
                contact.telephone(),
                contact.language(),
                contact.salutation(),
                contact.published(),
                null,
                contact.version());
    }

    void check(Errors errors) {
        if (!ContactWords.DUTY_CODES.contains(text(duty))) {
            errors.rejectValue("duty", "people.error.duty");
        }
        if (!text(email).isEmpty() && address() == null) {
            errors.rejectValue(
                    "email", MailAddress.typed(email).size() > 1 ? "people.error.addresses" : "people.error.email");
        }
        if (!text(language).isEmpty() && !LANGUAGE.matcher(text(language)).matches()) {
            errors.rejectValue("language", "people.error.language");
        }
        if (!text(telephone).isEmpty() && text(telephone).length() < 3) {
            errors.rejectValue("telephone", "people.error.telephone");
        }
    }

    @Nullable
    String address() {
        var addresses = MailAddress.typed(email);
        return addresses.size() == 1 ? addresses.getFirst().value() : null;
    }

    /** The contact as it would be after this. */
    Contact contact(Contact before) {
        return new Contact(
                before.post(),
                before.person(),
                before.organisation(),
                before.organisationCode(),
                text(title),
                text(duty),
                text(name),
                address(),
                orNull(telephone),
                orNull(language),
                orNull(salutation),
                Boolean.TRUE.equals(published),
                Objects.requireNonNullElse(version, -1));
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

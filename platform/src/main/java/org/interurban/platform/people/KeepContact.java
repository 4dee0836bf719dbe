package org.interurban.platform.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.accounts.CityAccounts;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.directory.OrganisationMerged;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds contacts, changes and removes them. A contact's address is the one with which the person signs in. */
@Service
class KeepContact {

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken() implements Outcome {}

        /**
         * Another person has the address: the form asks whether it is the same one.
         *
         * @param known null where it is for others to say who that is
         */
        record WhoseAddress(ContactBook.@Nullable Known known) implements Outcome {}

        /** The address signs in, and moving it is not for those who keep contacts. */
        record NotMoved(CityAccounts.Move why) implements Outcome {}
    }

    private final ContactBook contacts;
    private final CityAccounts accounts;
    private final Rights rights;
    private final Audit audit;

    KeepContact(ContactBook contacts, CityAccounts accounts, Rights rights, Audit audit) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.rights = rights;
        this.audit = audit;
    }

    @Transactional
    Outcome add(OrganisationId organisation, String code, ContactForm form, Locale locale) {
        rights.require(ContactPermission.CONTACTS_EDIT, Scope.city(organisation));
        var address = form.address();
        var sharers = address == null ? List.<ContactBook.Known>of() : contacts.others(address, null, locale);
        var known = kept(sharers).orElse(null);
        var isSame = ContactForm.text(form.sharing()).equals("same");
        if (!sharers.isEmpty() && (isSame ? known == null : !isMailbox(form))) {
            return new Outcome.WhoseAddress(known);
        }
        var person = known != null && isSame ? known.person() : contacts.add(code, ContactForm.text(form.name()));
        var post = new PostId(Identifier.next());
        contacts.add(
                post,
                person,
                organisation,
                ContactForm.text(form.title()),
                ContactForm.text(form.duty()),
                Boolean.TRUE.equals(form.published()));
        if (known == null || !isSame) {
            contacts.describe(form.contact(contacts.find(post).orElseThrow()));
        }
        record("people.contact-added", code);
        return new Outcome.Kept();
    }

    @Transactional
    Outcome change(Contact before, String code, ContactForm form, Locale locale) {
        rights.require(ContactPermission.CONTACTS_EDIT, Scope.city(before.organisation()));
        var contact = form.contact(before);
        if (!contacts.isStill(contact)) {
            return new Outcome.Overtaken();
        }
        var address = contact.email();
        var describes = describes(before);
        if (!Objects.equals(address, before.email()) && !describes) {
            return new Outcome.NotMoved(CityAccounts.Move.RESERVED);
        }
        if (address != null && !address.equals(before.email())) {
            var sharers = contacts.others(address, before.person(), locale);
            if (!sharers.isEmpty() && !isMailbox(form)) {
                return new Outcome.WhoseAddress(kept(sharers).orElse(null));
            }
            var from = MailAddress.of(before.email()).orElse(null);
            if (from != null) {
                var moved = accounts.move(
                        from,
                        new MailAddress(address),
                        city -> keeps(city) && keepsAll(contacts.others(from.value(), before.person(), locale)));
                if (moved != CityAccounts.Move.DONE && moved != CityAccounts.Move.NO_ACCOUNT) {
                    return new Outcome.NotMoved(moved);
                }
            }
        }
        contacts.update(describes ? contact : contact.heldAs(before));
        record("people.contact-changed", code);
        return new Outcome.Kept();
    }

    private boolean keeps(Scope city) {
        return rights.may(ContactPermission.CONTACTS_EDIT, city);
    }

    /** A person with posts in several bodies has one name and one address, which are not for one of them to give. */
    boolean describes(Contact contact) {
        return keepsPostsOf(contact.person());
    }

    private boolean keepsPostsOf(PersonId person) {
        return contacts.with(person).stream().allMatch(this::keeps);
    }

    boolean keeps(Contact contact) {
        return keeps(Scope.city(contact.organisation()));
    }

    /** Nobody hears from an address who has it in a body of others. */
    private Optional<ContactBook.Known> kept(List<ContactBook.Known> sharers) {
        return sharers.stream().filter(known -> keepsPostsOf(known.person())).findFirst();
    }

    /** The account takes those with it who have its address. */
    private boolean keepsAll(List<ContactBook.Known> sharers) {
        return sharers.stream().allMatch(known -> keepsPostsOf(known.person()));
    }

    /** Who has the address of a contact, as far as the current person describes them. */
    Optional<ContactBook.Known> known(MailAddress address, Locale locale) {
        return kept(contacts.others(address.value(), null, locale));
    }

    private static boolean isMailbox(ContactForm form) {
        return ContactForm.text(form.sharing()).equals("mailbox");
    }

    /** @param withRole whether the person no longer speaks for the city either */
    @Transactional
    void remove(Contact contact, String code, boolean withRole) {
        rights.require(ContactPermission.CONTACTS_EDIT, Scope.city(contact.organisation()));
        contacts.remove(contact);
        if (withRole && contact.email() != null) {
            MailAddress.of(contact.email())
                    .ifPresent(address -> accounts.release(address, Scope.city(contact.organisation())));
        }
        record("people.contact-removed", code);
    }

    /** Whether the contact signs in for the city. */
    boolean speaksForCity(Contact contact) {
        return accounts.speaksFor(contact.email(), Scope.city(contact.organisation()));
    }

    /** What an account does, the contact does. */
    @EventListener
    void on(CityAccounts.AddressMoved event) {
        if (!Objects.equals(event.from(), event.to())) {
            contacts.move(event.from().value(), event.to().value());
        }
    }

    /** Who spoke for the record that went does not come to speak for the one that stays. */
    @EventListener
    void on(OrganisationMerged event) {
        accounts.releaseAll(Scope.city(event.gone()));
    }

    private void record(String act, String organisation) {
        audit.record(act, new Audit.Subject("organisation", organisation), Map.of());
    }
}

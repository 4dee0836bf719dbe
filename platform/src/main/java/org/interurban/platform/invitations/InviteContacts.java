package org.interurban.platform.invitations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.accounts.CityAccounts;
import org.interurban.platform.accounts.CityAccounts.Opened;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.invitations.Letters.Letter;
import org.interurban.platform.invitations.Letters.Sender;
import org.interurban.platform.invitations.ProgrammeContacts.Line;
import org.interurban.platform.people.PostId;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the contacts of a programme's cities their accounts, each for its city, and writes to each of them once. */
@Service
public class InviteContacts {

    /** A letter as it will be read, once for each language and kind of letter. */
    record Sample(Letter letter, String subject, List<String> lines) {}

    /** @param unreached what keeps a letter from each body of which no key contact can be reached: one line a body */
    record Preview(List<Letter> letters, List<Sample> samples, List<Line> unreached) {}

    private final ProgrammeContacts contacts;
    private final Letters letters;
    private final CityAccounts accounts;
    private final Notices notices;
    private final Rights rights;
    private final Audit audit;
    private final JdbcClient sql;

    InviteContacts(
            ProgrammeContacts contacts,
            Letters letters,
            CityAccounts accounts,
            Notices notices,
            Rights rights,
            Audit audit,
            JdbcClient sql) {
        this.contacts = contacts;
        this.letters = letters;
        this.accounts = accounts;
        this.notices = notices;
        this.rights = rights;
        this.audit = audit;
        this.sql = sql;
    }

    /**
     * How many letters were written.
     *
     * @param posts the contacts to invite
     * @param again also those to whom somebody has written already
     * @param words of the sender's own, in the letter
     * @param otherwise the language of those of whom none is known
     */
    @Transactional
    public int invite(Programme programme, Collection<PostId> posts, boolean again, String words, Locale otherwise) {
        rights.require(InvitationPermission.CONTACTS_INVITE, programme.id().scope());
        sql.sql("select pg_advisory_xact_lock(hashtext(:lock))")
                .param("lock", "invitations " + programme.code())
                .query(rs -> {});
        var sender = sender();
        var written = letters.to(contacts.of(programme, otherwise), posts, again, otherwise).stream()
                .filter(letter -> write(programme, letter, words, sender))
                .count();
        if (written > 0) {
            audit.record(
                    "invitations.sent",
                    new Audit.Subject("programme", programme.code()),
                    Map.of("letters", Long.toString(written)));
        }
        return (int) written;
    }

    private boolean write(Programme programme, Letter letter, String words, Sender sender) {
        var address = MailAddress.of(letter.address());
        if (address.isEmpty()) {
            return false;
        }
        var cities = letter.organisations().stream().map(Scope::city).toArray(Scope[]::new);
        return switch (accounts.open(address.get(), letter.name(), language(letter), letter.locale(), cities)) {
            case Opened.WithLink(var account, var link) -> send(programme, letter, words, sender, account, link);
            case Opened.AtHome(var account) -> send(programme, letter, words, sender, account, null);
            case Opened.Closed() -> false;
        };
    }

    /** Pages speak a person's language only where it is one of theirs. */
    private static @Nullable String language(Letter letter) {
        return Optional.ofNullable(letter.language())
                .filter(known -> known.equals(letter.locale().toLanguageTag()))
                .orElse(null);
    }

    private boolean send(
            Programme programme, Letter letter, String words, Sender sender, AccountId account, @Nullable String link) {
        notices.tell(
                new Notices.Subject("programme", programme.code()),
                ProgrammeContacts.INVITED,
                account,
                new Mail.Message(
                        letter.address(),
                        letters.subject(programme, letter),
                        letters.body(programme, letter, words, sender, link),
                        link != null));
        return true;
    }

    Preview preview(Programme programme, Collection<PostId> posts, boolean again, Locale locale) {
        var all = contacts.of(programme, locale);
        var chosen = letters.to(all, posts, again, locale);
        return new Preview(chosen, samples(programme, chosen), unreached(all));
    }

    Map<String, String> languages() {
        return letters.languages();
    }

    private List<Sample> samples(Programme programme, List<Letter> chosen) {
        var samples = new LinkedHashMap<String, Sample>();
        var sender = sender();
        for (var letter : chosen) {
            samples.computeIfAbsent(
                    letter.locale() + " " + letter.hasBeenHere(),
                    none -> new Sample(
                            letter,
                            letters.subject(programme, letter),
                            letters.body(programme, letter, "", sender, letter.hasBeenHere() ? null : "…")
                                    .lines()
                                    .filter(line -> !line.isBlank())
                                    .toList()));
        }
        return List.copyOf(samples.values());
    }

    /** What keeps a letter from each body that has no key contact who can be reached: one line a body. */
    private static List<Line> unreached(List<Line> all) {
        var byBody = new LinkedHashMap<String, List<Line>>();
        all.forEach(line -> byBody.computeIfAbsent(line.organisation(), none -> new ArrayList<>())
                .add(line));
        return byBody.values().stream()
                .filter(lines -> lines.stream().noneMatch(line -> line.keyContact() && line.isReached()))
                .map(lines ->
                        lines.stream().filter(Line::keyContact).findFirst().orElse(lines.getFirst()))
                .toList();
    }

    private Sender sender() {
        var current = rights.current();
        return new Sender(
                current.name(),
                sql.sql("select email from account_brief where id = :account::uuid")
                        .param("account", current.account())
                        .query(String.class)
                        .optional()
                        .orElse(null));
    }
}

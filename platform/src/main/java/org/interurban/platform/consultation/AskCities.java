package org.interurban.platform.consultation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.accounts.CityAccounts;
import org.interurban.platform.accounts.CityAccounts.Opened;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.consultation.Addressees.Addressee;
import org.interurban.platform.consultation.LetterWords.Sender;
import org.interurban.platform.delivery.AnswerLinks;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.invitations.InvitationPermission;
import org.interurban.platform.pairing.Asking;
import org.interurban.platform.pairing.Proposal;
import org.interurban.platform.pairing.Proposal.City;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes to the people of cities that have been proposed a partner, once of each thing; the letter can be answered by its links. */
@Component
class AskCities implements Asking {

    static final String ASKED = "consultation.told.asked";
    static final String REMINDED = "consultation.told.reminded";

    private static final int REASONS = 4;
    private static final Duration VALID = Duration.ofDays(60);

    /**
     * A letter as it will be read.
     *
     * @param key tells it from the others of its round
     * @param body the part that can be worded otherwise
     */
    record Letter(
            String key,
            City city,
            Addressee to,
            Locale locale,
            List<City> partners,
            String subject,
            String head,
            String greeting,
            String body) {

        public String languageName(Locale reader) {
            return locale.getDisplayLanguage(reader);
        }
    }

    /** @param agreed cities that have accepted all that is proposed to them already, and are not asked again */
    record Letters(List<Letter> letters, List<Unreached> unreached, List<City> agreed) {

        /** Whether there is a letter for each of the keys. */
        boolean haveAll(Set<String> keys) {
            return letters.stream().map(Letter::key).collect(Collectors.toSet()).containsAll(keys);
        }
    }

    private final Addressees addressees;
    private final LetterWords words;
    private final Answers answers;
    private final CityAccounts accounts;
    private final Notices notices;
    private final AnswerLinks links;
    private final Rights rights;
    private final MessageSource messages;

    AskCities(
            Addressees addressees,
            LetterWords words,
            Answers answers,
            CityAccounts accounts,
            Notices notices,
            AnswerLinks links,
            Rights rights,
            MessageSource messages) {
        this.addressees = addressees;
        this.words = words;
        this.answers = answers;
        this.accounts = accounts;
        this.notices = notices;
        this.links = links;
        this.rights = rights;
        this.messages = messages;
    }

    static Notices.Subject about(Proposal proposal) {
        return new Notices.Subject("pairing-round", proposal.id().value().toString());
    }

    @Override
    public int ask(Proposal proposal, List<Proposal.Pair> pairs) {
        var letters = letters(proposal, pairs, LocaleContextHolder.getLocale());
        return send(
                proposal,
                letters.letters(),
                Map.of(),
                ASKED,
                words.sender(rights.current().account()));
    }

    @Override
    public List<Unreached> unreached(Proposal proposal) {
        return letters(proposal, proposal.pairs(), Locale.ENGLISH).unreached();
    }

    /** @param otherwise the language of those of whom none is known */
    Letters letters(Proposal proposal, List<Proposal.Pair> pairs, Locale otherwise) {
        var partners = new LinkedHashMap<City, List<City>>();
        for (var pair : pairs) {
            partners.computeIfAbsent(pair.a(), none -> new ArrayList<>()).add(pair.b());
            partners.computeIfAbsent(pair.b(), none -> new ArrayList<>()).add(pair.a());
        }
        var accepted = new HashSet<List<OrganisationId>>();
        answers.of(proposal.id()).stream()
                .filter(given -> given.accepts())
                .forEach(given -> accepted.add(List.of(given.organisation(), given.partner())));
        var agreed = partners.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .allMatch(partner ->
                                accepted.contains(List.of(entry.getKey().organisation(), partner.organisation()))))
                .map(Map.Entry::getKey)
                .toList();
        agreed.forEach(partners::remove);
        var people = addressees.of(ids(partners.keySet()));
        var mayInvite = rights.may(InvitationPermission.CONTACTS_INVITE, proposal.scope());
        var letters = new ArrayList<Letter>();
        var unreached = new LinkedHashSet<City>();
        partners.forEach((city, those) -> {
            var reached = people.stream()
                    .filter(person -> person.city().equals(city.organisation()))
                    .filter(person -> person.open() && (person.speaks() || mayInvite))
                    .toList();
            reached.forEach(to -> letters.add(letter(proposal, city, those, to, otherwise)));
            if (reached.isEmpty()) {
                unreached.add(city);
            }
        });
        return new Letters(letters, unreached(unreached, people), agreed);
    }

    private List<Unreached> unreached(Collection<City> cities, List<Addressee> people) {
        var why = addressees.without(ids(cities));
        return cities.stream()
                .map(city -> new Unreached(
                        city,
                        people.stream()
                                .filter(person -> person.city().equals(city.organisation()))
                                .findFirst()
                                .map(person -> person.open() ? "not-invited" : "closed")
                                .orElseGet(() -> why.getOrDefault(city.organisation(), "no-contact"))))
                .toList();
    }

    private static List<OrganisationId> ids(Collection<City> cities) {
        return cities.stream().map(City::organisation).toList();
    }

    private Letter letter(Proposal proposal, City city, List<City> partners, Addressee to, Locale otherwise) {
        var locale = addressees.language(to.language(), otherwise);
        var shown = proposal.partners(city, REASONS, messages, locale).stream()
                .filter(partner -> partners.contains(partner.city()))
                .toList();
        return new Letter(
                city.id() + " " + to.email(),
                city,
                to,
                locale,
                partners,
                words.subject(proposal, city, shown, locale),
                words.head(to, city, locale),
                words.greeting(to, locale),
                words.body(proposal, city, shown, locale));
    }

    /** @param bodies by the keys of letters that somebody has worded otherwise */
    int send(Proposal proposal, List<Letter> letters, Map<String, String> bodies, String told, Sender sender) {
        var written = 0;
        for (var letter : letters) {
            var account = account(letter);
            if (account.isPresent()) {
                notices.tell(
                        about(proposal),
                        told,
                        account.get(),
                        new Mail.Message(
                                        letter.to().email(),
                                        letter.subject(),
                                        words.whole(
                                                letter.to(),
                                                letter.city(),
                                                bodies.getOrDefault(letter.key(), letter.body()),
                                                keys(proposal, letter, account.get()),
                                                sender,
                                                letter.locale()),
                                        true)
                                .by(writer(proposal)));
                written++;
            }
        }
        return written;
    }

    /** Whoever sends it, or whoever asked where a reminder leaves by itself. */
    private @Nullable AccountId writer(Proposal proposal) {
        var by = rights.current().account();
        return by == null ? proposal.askedBy() : by;
    }

    private List<String> keys(Proposal proposal, Letter letter, AccountId account) {
        var keys = new ArrayList<String>();
        for (var partner : letter.partners()) {
            for (var answer : List.of("accepts", "declines")) {
                keys.add(words.key(answer, partner, link(answer, proposal, letter, partner, account), letter.locale()));
            }
        }
        keys.add(words.page("consultation.letter.page", letter.city().address(), letter.locale()));
        return keys;
    }

    /** A contact without an account gets one; the press that sends the letter is the one that invites. */
    private Optional<AccountId> account(Letter letter) {
        var to = letter.to();
        @Nullable AccountId known = to.account();
        if (known != null && to.speaks()) {
            return Optional.of(known);
        }
        return MailAddress.of(to.email()).flatMap(address -> switch (accounts.open(
                address, to.name(), to.language(), letter.locale(), Scope.city(to.city()))) {
            case Opened.WithLink(var account, var _) -> Optional.of(account);
            case Opened.AtHome(var account) -> Optional.of(account);
            case Opened.Closed() -> Optional.empty();
        });
    }

    private String link(String answer, Proposal proposal, Letter letter, City partner, AccountId account) {
        return links.link(
                new AnswerLinks.Question(
                        ProposalAnswerKind.PURPOSE,
                        String.join(
                                " ",
                                answer,
                                proposal.id().value().toString(),
                                letter.city().id(),
                                partner.id()),
                        account),
                VALID,
                letter.locale());
    }

    @Override
    public int tell(Proposal proposal, List<Proposal.Pair> pairs, News news) {
        var sender = words.sender(rights.current().account());
        var told = "consultation.told." + news.code();
        var cities = new LinkedHashMap<OrganisationId, City>();
        var partnersOf = new HashMap<City, List<City>>();
        pairs.stream()
                .flatMap(pair -> Stream.of(pair, new Proposal.Pair(pair.b(), pair.a())))
                .forEach(pair -> {
                    cities.put(pair.a().organisation(), pair.a());
                    partnersOf
                            .computeIfAbsent(pair.a(), none -> new ArrayList<>())
                            .add(pair.b());
                });
        var people = addressees.of(cities.keySet());
        var partnerships = news == News.PUBLISHED ? addressees.partnerships(proposal) : List.<Addressees.Bond>of();
        var written = 0;
        for (var person : people) {
            var account = person.account();
            var city = cities.get(person.city());
            if (account != null && city != null && person.open() && person.speaks()) {
                var locale = addressees.language(person.language(), LocaleContextHolder.getLocale());
                var those = partnersOf.getOrDefault(city, List.of());
                var then = new ArrayList<String>();
                if (news == News.PUBLISHED) {
                    then.add(words.people(those, people, locale));
                    partnerships.stream()
                            .filter(bond -> bond.city().equals(city.organisation()) && bond.isOfAny(those))
                            .forEach(bond -> then.add(words.page(
                                    "consultation.told.published.page", "/partnerships/" + bond.code(), locale)));
                } else {
                    then.add(words.page("consultation.told.page", city.address(), locale));
                }
                var partners = String.join(
                        ", ",
                        those.stream().map(partner -> partner.name(locale)).toList());
                notices.tell(
                        about(proposal),
                        told,
                        account,
                        new Mail.Message(
                                person.email(),
                                words.said(
                                        told + ".subject",
                                        locale,
                                        proposal.programmeName(),
                                        city.name(locale),
                                        partners),
                                words.whole(
                                        person,
                                        city,
                                        words.said(
                                                told + ".text",
                                                locale,
                                                proposal.programmeName(),
                                                city.name(locale),
                                                partners),
                                        then,
                                        sender,
                                        locale)));
                written++;
            }
        }
        return written;
    }

    /** The one who asked hears of each answer, unless it is the one who gives it. */
    void answered(Proposal proposal, City city, City partner, String answer, String reason, @Nullable AccountId by) {
        var asker = proposal.askedBy();
        if (asker == null || asker.equals(by)) {
            return;
        }
        var sender = words.sender(asker);
        if (sender.email() == null) {
            return;
        }
        var locale = sender.locale();
        notices.tell(
                about(proposal),
                "consultation.told.answered",
                words.said(
                        "consultation.told.answered.subject." + answer,
                        locale,
                        city.name(locale),
                        partner.name(locale)),
                asker,
                new Mail.Message(
                                sender.email(),
                                words.said(
                                        "consultation.told.answered.subject." + answer,
                                        locale,
                                        city.name(locale),
                                        partner.name(locale)),
                                LetterWords.together(List.of(
                                        words.said(
                                                "consultation.told.answered.subject." + answer,
                                                locale,
                                                city.name(locale),
                                                partner.name(locale)),
                                        reason,
                                        words.answersOf(proposal, locale))))
                        .by(by));
    }
}

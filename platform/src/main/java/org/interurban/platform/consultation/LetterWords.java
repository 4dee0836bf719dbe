package org.interurban.platform.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.consultation.Addressees.Addressee;
import org.interurban.platform.pairing.Proposal;
import org.interurban.platform.pairing.Proposal.City;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.ThisNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How letters to cities read: who is greeted, why, what is asked, until when, and who asks. */
@Component
class LetterWords {

    static final int BODY_LENGTH = 4_000;
    private static final int LINES_OF_PARTNER = 6;

    /** Who writes, and to whom an answer goes. */
    record Sender(String name, @Nullable String email, Locale locale) {

        static final Sender NOBODY = new Sender("", null, Locale.ENGLISH);
    }

    private record Account(
            String name, @Nullable String email, @Nullable String language) {}

    private final JdbcClient sql;
    private final Addressees addressees;
    private final PublicAddress address;
    private final ThisNetwork network;
    private final MessageSource messages;

    LetterWords(
            JdbcClient sql, Addressees addressees, PublicAddress address, ThisNetwork network, MessageSource messages) {
        this.sql = sql;
        this.addressees = addressees;
        this.address = address;
        this.network = network;
        this.messages = messages;
    }

    Sender sender(@Nullable AccountId account) {
        return sql.sql("select name, email, language from account_brief where id = :account::uuid")
                .param("account", account)
                .query(Account.class)
                .optional()
                .map(found ->
                        new Sender(found.name(), found.email(), addressees.language(found.language(), Locale.ENGLISH)))
                .orElse(Sender.NOBODY);
    }

    String subject(Proposal proposal, City city, List<Proposal.Partner> partners, Locale locale) {
        return partners.size() == 1
                ? said(
                        "consultation.letter.subject",
                        locale,
                        proposal.programmeName(),
                        partners.getFirst().city().name(locale),
                        city.name(locale))
                : said("consultation.letter.subject.several", locale, proposal.programmeName(), city.name(locale));
    }

    /** Why this partner, what is asked and until when: the part of a letter that whoever sends it may word otherwise. */
    String body(Proposal proposal, City city, List<Proposal.Partner> partners, Locale locale) {
        var parts = new ArrayList<String>();
        for (var partner : partners) {
            parts.add(said(
                    "consultation.letter.why",
                    locale,
                    proposal.programmeName(),
                    city.name(locale),
                    partner.city().name(locale),
                    partner.country()));
            parts.add(partner.lead());
            if (!partner.lines().isEmpty()) {
                parts.add(
                        said("consultation.letter.lines", locale, partner.city().name(locale))
                                + partner.lines().stream()
                                        .limit(LINES_OF_PARTNER)
                                        .map(line -> "\n- " + line)
                                        .collect(Collectors.joining()));
            }
        }
        parts.add(
                proposal.until() == null
                        ? said("consultation.letter.ask", locale, city.name(locale))
                        : said(
                                "consultation.letter.ask-until",
                                locale,
                                city.name(locale),
                                PartialPeriod.day(proposal.until()).text(locale)));
        parts.add(said("consultation.letter.next", locale));
        return together(parts);
    }

    String greeting(Addressee to, Locale locale) {
        var salutation = to.salutation();
        return salutation == null ? said("consultation.letter.greeting", locale, to.name()) : salutation;
    }

    /** The person as the head of a letter names it: with the rank, where that is known. */
    String head(Addressee to, City city, Locale locale) {
        var title = to.title();
        return title == null || title.isBlank()
                ? said("consultation.letter.head", locale, to.name(), city.name(locale))
                : said("consultation.letter.head.rank", locale, to.name(), title, city.name(locale));
    }

    /** @param then what can be pressed or read next, each below its words */
    String whole(Addressee to, City city, String body, List<String> then, Sender sender, Locale locale) {
        var parts = new ArrayList<String>();
        parts.add(head(to, city, locale));
        parts.add(greeting(to, locale));
        parts.add(body.strip());
        parts.addAll(then);
        parts.add(signed(sender, locale));
        return together(parts) + "\n";
    }

    String signed(Sender sender, Locale locale) {
        return together(List.of(
                sender.email() == null
                        ? sender.name()
                        : said("consultation.letter.sender", locale, sender.name(), sender.email()),
                network.name(locale)));
    }

    String key(String answer, City partner, String link, Locale locale) {
        return said("consultation.letter.key." + answer, locale, partner.name(locale)) + "\n" + link;
    }

    /** @param words those above the address */
    String page(String words, String path, Locale locale) {
        return said(words, locale, address.of(path));
    }

    /** Who can be written to in the cities. */
    String people(List<City> cities, List<Addressee> people, Locale locale) {
        var lines = new ArrayList<String>();
        for (var city : cities) {
            people.stream()
                    .filter(person -> person.city().equals(city.organisation()) && person.open())
                    .forEach(person -> lines.add("- " + head(person, city, locale) + ", " + person.email()));
        }
        return lines.isEmpty() ? "" : said("consultation.told.whom", locale) + "\n" + String.join("\n", lines);
    }

    String answersOf(Proposal proposal, Locale locale) {
        return said("consultation.letter.answers", locale, address.of(proposal.address() + "?view=answers"));
    }

    String said(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    static String together(List<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }
}

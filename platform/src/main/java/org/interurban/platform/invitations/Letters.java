package org.interurban.platform.invitations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.invitations.ProgrammeContacts.Line;
import org.interurban.platform.people.PostId;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.ThisNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which letters an invitation writes: one to each address, in its person's language, for all the cities that the address stands for. */
@Component
class Letters {

    /** Who writes, and to whom an answer goes. */
    record Sender(String name, @Nullable String email) {}

    /**
     * @param locale of the letter
     * @param codes of the cities
     * @param hasBeenHere whether the person signs in already, and needs no link
     */
    record Letter(
            String address,
            String name,
            @Nullable String title,
            @Nullable String language,
            @Nullable String salutation,
            Locale locale,
            List<OrganisationId> organisations,
            List<String> cities,
            List<String> codes,
            List<PostId> posts,
            boolean hasBeenHere) {

        public String languageName(Locale reader) {
            return locale.getDisplayLanguage(reader);
        }
    }

    private final Languages languages;
    private final PublicAddress address;
    private final ThisNetwork network;
    private final MessageSource messages;

    Letters(Languages languages, PublicAddress address, ThisNetwork network, MessageSource messages) {
        this.languages = languages;
        this.address = address;
        this.network = network;
        this.messages = messages;
    }

    /** Those in which letters are written, by tag. */
    Map<String, String> languages() {
        return languages.ofPages();
    }

    /**
     * @param chosen the posts to write to; the key contacts, where none is chosen
     * @param again also to those to whom somebody has written already
     * @param otherwise the language of those of whom none is known that the pages have
     */
    List<Letter> to(List<Line> contacts, Collection<PostId> chosen, boolean again, Locale otherwise) {
        var byAddress = new LinkedHashMap<String, List<Line>>();
        contacts.stream()
                .filter(line -> line.isReached() && (again || line.isNew()))
                .filter(line -> chosen.isEmpty() ? line.keyContact() : chosen.contains(line.post()))
                .forEach(line -> byAddress
                        .computeIfAbsent(Objects.requireNonNull(line.email()), none -> new ArrayList<>())
                        .add(line));
        return byAddress.values().stream()
                .map(lines -> letter(lines, otherwise))
                .toList();
    }

    private Letter letter(List<Line> lines, Locale otherwise) {
        var first = lines.getFirst();
        var language = first.language();
        return new Letter(
                Objects.requireNonNull(first.email()),
                Objects.requireNonNull(first.contact()),
                first.title(),
                language,
                first.salutation(),
                language != null && languages.ofPages().containsKey(language)
                        ? Locale.forLanguageTag(language)
                        : otherwise,
                lines.stream().map(Line::organisationId).distinct().toList(),
                lines.stream().map(Line::city).distinct().toList(),
                lines.stream().map(Line::organisation).distinct().toList(),
                lines.stream().map(Line::post).filter(Objects::nonNull).toList(),
                first.seenAt() != null);
    }

    String subject(Programme programme, Letter letter) {
        return said("invitations.mail.subject", letter.locale(), name(programme, letter), cities(letter));
    }

    /**
     * @param link that signs in, null for one who has been here
     * @param words of the sender's own
     */
    String body(Programme programme, Letter letter, String words, Sender sender, @Nullable String link) {
        var locale = letter.locale();
        var parts = new ArrayList<String>();
        parts.add(
                letter.salutation() != null
                        ? letter.salutation()
                        : said("invitations.mail.greeting", locale, letter.name()));
        parts.add(said(
                "invitations.mail.why",
                locale,
                name(programme, letter),
                cities(letter),
                String.valueOf(letter.title())));
        if (!words.isBlank()) {
            parts.add(words.strip());
        }
        parts.add(
                link == null
                        ? said("invitations.mail.sign-in", locale, address.of("/sign-in"))
                        : said("invitations.mail.link", locale, link, address.of("/sign-in"), letter.address()));
        parts.add(said("invitations.mail.next", locale, cities(letter)) + "\n"
                + letter.codes().stream()
                        .map(city -> address.of("/programmes/%s/participants/%s".formatted(programme.code(), city)))
                        .collect(Collectors.joining("\n")));
        parts.add((sender.email() == null
                        ? sender.name()
                        : said("invitations.mail.sender", locale, sender.name(), sender.email()))
                + "\n" + network.name(locale));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String name(Programme programme, Letter letter) {
        return programme.name().in(letter.locale());
    }

    private static String cities(Letter letter) {
        return String.join(", ", letter.cities());
    }

    private String said(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}

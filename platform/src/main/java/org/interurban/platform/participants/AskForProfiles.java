package org.interurban.platform.participants;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks those who speak for cities of a programme to complete the profiles of these, each in their own language. */
@Service
class AskForProfiles {

    static final String ASKED = "participants.ask";
    static final int WORDS_LENGTH = 1_000;

    /** One who speaks for a city of the programme; a city for which nobody does stands alone. */
    record Addressee(
            String city,
            String cityName,
            @Nullable AccountId account,
            @Nullable String name,
            @Nullable String email,
            @Nullable String language) {}

    private final JdbcClient sql;
    private final Notices notices;
    private final Languages languages;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Rights rights;
    private final Audit audit;

    AskForProfiles(
            JdbcClient sql,
            Notices notices,
            Languages languages,
            PublicAddress address,
            MessageSource messages,
            Rights rights,
            Audit audit) {
        this.sql = sql;
        this.notices = notices;
        this.languages = languages;
        this.address = address;
        this.messages = messages;
        this.rights = rights;
        this.audit = audit;
    }

    List<Addressee> addressees(Programme programme, Collection<String> cities, Locale reader) {
        return sql.sql("""
            select o.code as city, in_language(o.name, o.name_translations, :language) as city_name, h.account, h.name, h.email,
                   h.language
              from organisation_brief o
              left join role_holder_view h on h.role = 'FOCAL_POINT' and h.scope_kind = 'CITY' and h.scope_id = o.id
             where o.code = any(:cities)
               and exists (select from participant a
                            where a.programme = :programme and a.organisation = o.id and a.left_on is null)
             order by city_name, o.code, h.name, h.account
            """)
                .param("language", reader.getLanguage())
                .param("cities", cities.toArray(String[]::new))
                .param("programme", programme.id())
                .query(Addressee.class)
                .list();
    }

    /** In which a city is written to. */
    Locale language(Addressee to) {
        return Locale.forLanguageTag(Objects.requireNonNullElse(to.language(), languages.first()));
    }

    /** @param words of the one who asks, empty for none */
    Mail.Message letter(Programme programme, Addressee to, String words) {
        var locale = language(to);
        var said = new Object[] {
            to.cityName(), programme.name().in(locale), Objects.requireNonNullElse(to.name(), to.cityName())
        };
        var lines = new ArrayList<String>();
        lines.add(messages.getMessage("participants.ask.greeting", said, locale));
        lines.add(messages.getMessage("participants.ask.text", said, locale));
        if (!words.isBlank()) {
            lines.add(words.strip());
        }
        lines.add(messages.getMessage("participants.ask.next", said, locale));
        lines.add(address.of("/programmes/%s/participants/%s".formatted(programme.code(), to.city())));
        return new Mail.Message(
                Objects.requireNonNullElse(to.email(), ""),
                messages.getMessage("participants.ask.subject", said, locale),
                notices.letter(lines, locale));
    }

    /** @return to how many people a letter goes */
    @Transactional
    int ask(Programme programme, Collection<String> cities, String words) {
        rights.require(ProgrammePermission.PARTICIPANTS_EDIT, programme.id().scope());
        var asked = new ArrayList<String>();
        for (var to : addressees(programme, cities, Locale.ENGLISH)) {
            if (to.account() != null) {
                notices.tell(
                        new Notices.Subject("participant", programme.code() + "/" + to.city()),
                        ASKED,
                        to.account(),
                        letter(programme, to, words));
                asked.add(to.city());
            }
        }
        if (!asked.isEmpty()) {
            audit.record(
                    "programmes.profiles-asked",
                    new Audit.Subject("programme", programme.code()),
                    Map.of("organisations", String.join(", ", asked)));
        }
        return asked.size();
    }
}

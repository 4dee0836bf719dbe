package org.interurban.platform.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.FormHttp;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** Holidays that the network writes down. */
@PlatformTest
class KeepHolidaysTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    Gazetteer gazetteer;

    @AfterEach
    void takeOut() {
        sql.sql("delete from holiday where country = 'TJ'").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-20 Nowruz | 2027-03-20 | Nowruz",
                "20 March 2027 Nowruz, first day | 2027-03-20 | Nowruz, first day",
                "2027-09-09;Independence Day | 2027-09-09 | Independence Day"
            })
    void readsADayAndItsName(String line, LocalDate day, String name) {
        assertThat(KeepHolidays.Line.of(line, Locale.ENGLISH)).contains(new KeepHolidays.Line(day, name));
    }

    @ParameterizedTest
    @CsvSource({"Nowruz", "2027-03-20", "01/03/2027 Which day", "2027-02-30 No day", "March 2027 No day"})
    void doesNotGuess(String line) {
        assertThat(KeepHolidays.Line.of(line, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void whatIsWrittenDownIsKnownOfTheCountryUntilItIsRemovedAndAfterThatIsUndone() {
        var administrator =
                new FormHttp(port, TestPeople.session(TestPeople.account(sql, Role.ADMINISTRATOR), sessions));
        var page = "/countries/TJ";
        var year = Year.now().getValue();
        var form = administrator.open(page, page + "/holidays");

        var refused = administrator.post(form.with("lines", year + "-11-06 Day of the Constitution\nsome day Else"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("some day Else");
        assertThat(known()).isFalse();

        administrator.post(form.with("lines", year + "-11-06 Day of the Constitution"));
        assertThat(known()).isTrue();
        assertThat(administrator.get("/api/v1/countries").statusCode()).isEqualTo(200);

        var id = sql.sql("select id from holiday where country = 'TJ'")
                .query(UUID.class)
                .single();
        var remove = page + "/holidays/" + id + "/remove";
        administrator.post(administrator.open(page, remove));
        assertThat(known()).isFalse();

        var undo = Pattern.compile("action=\"(/removals/[0-9a-f-]+/undo)\"")
                .matcher(administrator.get(page).body());
        assertThat(undo.find()).isTrue();
        administrator.post(administrator.open(page, page + "/holidays").to(undo.group(1)));
        assertThat(known()).isTrue();
    }

    @Test
    void nobodyButAdministratorsWritesThemDown() {
        var officer = new FormHttp(port, TestPeople.session(TestPeople.account(sql, Role.PROGRAMME_OFFICER), sessions));

        assertThat(officer.get("/countries/TJ").body()).doesNotContain("/countries/TJ/holidays");
        var form = officer.open("/programmes/new", "/programmes/new").to("/countries/TJ/holidays");
        assertThat(officer.post(form.with("lines", "2027-03-20 Nowruz")).statusCode())
                .isEqualTo(403);
    }

    private boolean known() {
        return gazetteer.holidays("TJ", Year.now(), Locale.ENGLISH) instanceof Gazetteer.HolidayCalendar.Known(var days)
                && days.stream().anyMatch(day -> day.name().equals("Day of the Constitution"));
    }
}

package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** Forms that a deed refuses, over the network and against a database of their own: each says why, and nothing of it is kept. */
@PlatformTest
@LeavesRecords
class RefusedFormsTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    FormHttp officer;

    @BeforeEach
    void signIn() {
        sample.load();
        officer = new FormHttp(port, TestPeople.session(TestPeople.account(sql, Role.ADMINISTRATOR), sessions));
    }

    @Test
    void twoCitiesThatBothTakePartInAProgrammeAreNotMergedAndTheReaderIsToldWhere() {
        sql.sql("""
            insert into organisation (id, code, kind, local_government, name)
            select gen_random_uuid(), code, 'city', true, code from unnest(array['zzonestad', 'zzotherstad']) as code
            """).update();
        sql.sql("""
            insert into participant (id, programme, organisation)
            select gen_random_uuid(), (select id from programme order by code limit 1), id from organisation
             where code in ('zzonestad', 'zzotherstad')
            """).update();
        var compare = "/cities/zzonestad/merge?with=zzotherstad";

        var answer = officer.post(officer.open(compare, "/cities/zzonestad/merge"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(FormHttp.leads(answer)).isEqualTo(compare);
        assertThat(officer.get(compare).body()).contains("both stand on their own in: participants of a programme.");
        assertThat(count("organisation", "code in ('zzonestad', 'zzotherstad')"))
                .isEqualTo(2);
    }

    @Test
    void ofTwoRecordsThatSomebodyChangedNothingIsMerged() {
        sql.sql("""
            insert into organisation (id, code, kind, local_government, name)
            select gen_random_uuid(), code, 'city', true, code from unnest(array['zzthirdstad', 'zzfourthstad']) as code
            """).update();
        var compare = "/cities/zzthirdstad/merge?with=zzfourthstad";
        var form = officer.open(compare, "/cities/zzthirdstad/merge");
        sql.sql("update organisation set version = version + 1 where code = 'zzfourthstad'")
                .update();

        assertThat(FormHttp.leads(officer.post(form))).isEqualTo(compare);
        assertThat(officer.get(compare).body()).contains("Somebody changed one of the two meanwhile.");
        assertThat(numbers(form)).isZero();
    }

    @Test
    void aCityWhoseEnquiryWasDeclinedMeanwhileIsNotTakenIn() {
        var city = "Zz" + UUID.randomUUID().toString().substring(0, 8);
        var page = "/enquiries/" + enquiry(city);
        var takeIn = officer.open(page, page + "/accept").with("programme", "IURC");
        var member = officer.open(page, page + "/member");
        officer.post(officer.open(page, page + "/decline").with("reason", "The programme is full."));
        assertThat(officer.get(page).body()).contains("The city was declined");

        for (var late : new FormHttp.Form[] {takeIn, member}) {
            var answer = officer.post(late);

            assertThat(FormHttp.leads(answer)).isEqualTo(page);
            assertThat(officer.get(page).body()).contains("Somebody else has answered it already.");
            assertThat(numbers(late)).isZero();
        }
        assertThat(count("organisation", "name = '" + city + "'")).isZero();
    }

    /** How often the form counts as carried out. */
    private long numbers(FormHttp.Form form) {
        return count("form_sent", "number = '" + form.value("once") + "'");
    }

    private String enquiry(String city) {
        var code = city.toLowerCase(Locale.ROOT);
        sql.sql("""
            insert into enquiry (id, code, city, writer, post, email, language, state, token, asked_at, confirmed_at)
            values (gen_random_uuid(), :code, :city, 'Mona Writer', 'Mayor', :email, 'en', 'waiting', :code, now(), now())
            """)
                .params(Map.of("code", code, "city", city, "email", code + "@example.org"))
                .update();
        return code;
    }

    private long count(String table, String where) {
        return sql.sql("select count(*) from " + table + " where " + where)
                .query(Long.class)
                .single();
    }
}

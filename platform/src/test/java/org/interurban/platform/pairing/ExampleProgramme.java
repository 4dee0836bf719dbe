package org.interurban.platform.pairing;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up programme, named as an example, whose cities say made-up things of themselves: for tests and pictures only. */
final class ExampleProgramme {

    private static final List<String> TOPICS = List.of(
            "Urban mobility",
            "Public transport",
            "Cycling",
            "Solar energy",
            "Energy efficiency",
            "Urban heat",
            "Floods and stormwater",
            "Air quality",
            "Nature and green spaces",
            "Water and sanitation",
            "Waste management",
            "Recycling and reuse",
            "Circular economy",
            "Smart mobility and traffic management",
            "Climate adaptation");

    private static final List<List<String>> COUNTRIES = List.of(
            List.of("DE", "FR", "IT", "ES", "PL", "NL", "SE", "GR"),
            List.of("KR", "JP", "ID", "VN", "PH", "TH", "MY", "IN"));
    private static final List<String> FIRST = List.of(
            "North", "South", "East", "West", "Upper", "Lower", "Old", "New", "Great", "Little", "Port", "Mount",
            "Bay");
    private static final List<String> SECOND =
            List.of("haven", "bridge", "field", "ford", "mill", "well", "harbour", "gate", "cliff", "market", "wood");

    private ExampleProgramme() {}

    /** @return the code of a new programme with so many cities on each of the sides "eu" and "partner" */
    static String with(JdbcClient sql, int perSide) {
        var code = "EXAMPLE-" + UUID.randomUUID().toString().substring(0, 8);
        var programme = UUID.randomUUID();
        sql.sql("insert into programme (id, code, name, kind) values (?, ?, ?, 'city-to-city-cooperation')")
                .params(programme, code, "Example programme of " + 2 * perSide + " cities")
                .update();
        sql.sql("insert into country (code, name) select x, x from unnest(?::text[]) x on conflict do nothing")
                .param(COUNTRIES.stream().flatMap(List::stream).toArray(String[]::new))
                .update();
        for (var group : List.of("eu", "partner")) {
            sql.sql("""
                insert into programme_group (id, programme, code, name, position, colour)
                values (gen_random_uuid(), :programme, :code, :code, case :code when 'eu' then 1 else 2 end, 'blue')
                """).param("programme", programme).param("code", group).update();
        }
        var random = new Random(7);
        for (var side = 0; side < 2; side++) {
            for (var i = 0; i < perSide; i++) {
                city(sql, programme, code.toLowerCase(), side, i, random);
            }
        }
        return code;
    }

    private static void city(JdbcClient sql, UUID programme, String code, int side, int i, Random random) {
        var organisation = UUID.randomUUID();
        var participant = UUID.randomUUID();
        var name = FIRST.get(i % FIRST.size())
                + SECOND.get(i / FIRST.size() % SECOND.size())
                + (side == 0 ? "" : " on Sea");
        sql.sql("""
            insert into organisation (id, code, kind, local_government, name, country, time_zone, population, latitude,
                   longitude)
            values (?, ?, 'city', true, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        organisation,
                        code + "-" + (side == 0 ? "a" : "b") + i,
                        name + (i < FIRST.size() * SECOND.size() ? "" : " " + i),
                        COUNTRIES.get(side).get(random.nextInt(8)),
                        side == 0 ? "Europe/Berlin" : "Asia/Seoul",
                        (long) Math.exp(10.5 + 4.5 * random.nextDouble()),
                        38 + 20 * random.nextDouble(),
                        side == 0 ? 25 * random.nextDouble() : 100 + 35 * random.nextDouble())
                .update();
        sql.sql("""
            insert into participant (id, programme, organisation, programme_group, languages, first_timer)
            values (?, ?, ?, (select id from programme_group where programme = ? and code = ?), ?, ?)
            """)
                .params(
                        participant,
                        programme,
                        organisation,
                        programme,
                        side == 0 ? "eu" : "partner",
                        random.nextInt(4) == 0 ? new String[] {} : new String[] {"en"},
                        random.nextInt(3) == 0)
                .update();
        var lines = 1 + random.nextInt(4);
        for (var line = 0; line < lines; line++) {
            sql.sql("""
                insert into profile_line (id, participant, kind, statement, grade, position) values (?, ?, ?, ?, ?, ?)
                """)
                    .params(
                            UUID.randomUUID(),
                            participant,
                            List.of("offer", "seek", "seek", "interest").get(random.nextInt(4)),
                            TOPICS.get(random.nextInt(TOPICS.size())),
                            1 + random.nextInt(3),
                            line + 1)
                    .update();
        }
    }
}

package org.interurban.platform.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One account for each kind of person, to look at a demonstration with their eyes; named by role, never as a person. */
@Component
@Profile("demo")
class Personas implements ApplicationRunner {

    private static final String KOREA = "KR";

    private final Accounts accounts;
    private final JdbcClient sql;

    Personas(Accounts accounts, JdbcClient sql) {
        this.accounts = accounts;
        this.sql = sql;
    }

    /**
     * @param code as in its address
     * @param city the code of the city it works for, or null
     * @param country its cities make up a regional team's, or null
     */
    private record Persona(
            String code,
            String name,
            Role role,
            @Nullable String city,
            @Nullable String country) {
        Persona(String code, String name, Role role) {
            this(code, name, role, null, null);
        }

        static Persona focalPoint(String city, String name) {
            return new Persona("focal-point-" + city, "Focal point of " + name, Role.FOCAL_POINT, city, null);
        }

        String email() {
            return code + "@example.org";
        }
    }

    private static final List<Persona> ALL = List.of(
            new Persona("programme-officer", "Programme officer", Role.PROGRAMME_OFFICER),
            Persona.focalPoint("busan", "Busan"),
            Persona.focalPoint("seoul", "Seoul"),
            Persona.focalPoint("sejong", "Sejong"),
            Persona.focalPoint("dublin", "Dublin"),
            Persona.focalPoint("rotterdam", "Rotterdam"),
            Persona.focalPoint("sofia", "Sofia"),
            new Persona("regional-team-korea", "Regional team, Korea", Role.REGIONAL_TEAM, null, KOREA),
            new Persona("membership-officer", "Membership and governance officer", Role.MEMBERSHIP_OFFICER),
            new Persona("editor", "Editor", Role.EDITOR),
            new Persona("funder", "Funder", Role.FUNDER),
            new Persona("expert", "Expert", Role.EXPERT),
            new Persona("stakeholder-busan", "Stakeholder of Busan", Role.STAKEHOLDER, "busan", null),
            new Persona("jury-member", "Jury member", Role.JURY_MEMBER),
            new Persona("voter", "Voter", Role.VOTER),
            new Persona("trainee", "Trainee", Role.TRAINEE),
            new Persona("delegate", "Delegate", Role.DELEGATE),
            new Persona("administrator", "Administrator", Role.ADMINISTRATOR));

    /** A button of the sign-in page. */
    record Button(String code, String name) {}

    List<Button> all() {
        return ALL.stream()
                .map(persona -> new Button(persona.code(), persona.name()))
                .toList();
    }

    Optional<UUID> account(String code) {
        return ALL.stream()
                .filter(persona -> persona.code().equals(code))
                .findFirst()
                .flatMap(persona -> accounts.account(persona.email()))
                .map(Account::id);
    }

    /** Runs after the sample network was loaded; its cities are the scopes. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        for (var persona : ALL) {
            var account = accounts.account(persona.email())
                    .map(Account::id)
                    .orElseGet(() -> accounts.add(persona.email(), persona.name(), null));
            scopes(persona).forEach(scope -> accounts.assign(account, persona.role(), scope, null));
        }
    }

    private List<Scope> scopes(Persona persona) {
        if (persona.city() == null && persona.country() == null) {
            return List.of(Scope.NETWORK);
        }
        var cities = new ArrayList<Scope>();
        sql.sql("""
            select id from organisation
             where local_government and (code = :city or country = :country)
            """)
                .param("city", persona.city())
                .param("country", persona.country())
                .query(UUID.class)
                .list()
                .forEach(city -> cities.add(Scope.city(city)));
        return cities;
    }
}

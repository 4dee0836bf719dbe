package org.interurban.platform.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.authority.ScopeNames;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One account for each kind of person, to look at a demonstration with their eyes; named by role, never as a person. */
@Component
@Profile("demo")
class Personas implements ApplicationRunner {

    private static final String KOREA = "KR";

    private final Accounts accounts;
    private final ObjectProvider<ScopeNames> scopes;
    private final MessageSource messages;

    Personas(Accounts accounts, ObjectProvider<ScopeNames> scopes, MessageSource messages) {
        this.accounts = accounts;
        this.scopes = scopes;
        this.messages = messages;
    }

    /**
     * @param code as in its address
     * @param city the code of the city it works for, or null
     * @param country its cities make up a regional team's, or null
     */
    private record Persona(
            String code,
            Role role,
            @Nullable String city,
            @Nullable String country) {
        Persona(String code, Role role) {
            this(code, role, null, null);
        }

        static Persona focalPoint(String city) {
            return new Persona("focal-point-" + city, Role.FOCAL_POINT, city, null);
        }

        /** The key of its name in the messages. */
        String name() {
            return "accounts.persona." + code;
        }

        MailAddress address() {
            return new MailAddress(code + "@example.org");
        }
    }

    private static final List<Persona> ALL = List.of(
            new Persona("programme-officer", Role.PROGRAMME_OFFICER),
            Persona.focalPoint("busan"),
            Persona.focalPoint("seoul"),
            Persona.focalPoint("sejong"),
            Persona.focalPoint("dublin"),
            Persona.focalPoint("rotterdam"),
            Persona.focalPoint("sofia"),
            new Persona("regional-team-korea", Role.REGIONAL_TEAM, null, KOREA),
            new Persona("membership-officer", Role.MEMBERSHIP_OFFICER),
            new Persona("editor", Role.EDITOR),
            new Persona("funder", Role.FUNDER),
            new Persona("expert", Role.EXPERT),
            new Persona("stakeholder-busan", Role.STAKEHOLDER, "busan", null),
            new Persona("jury-member", Role.JURY_MEMBER),
            new Persona("voter", Role.VOTER, "seoul", null),
            new Persona("trainee", Role.TRAINEE),
            new Persona("delegate", Role.DELEGATE, "busan", null),
            new Persona("administrator", Role.ADMINISTRATOR));

    /**
     * A button of the sign-in page.
     *
     * @param name the key of its words
     */
    record Button(String code, String name) {}

    List<Button> all() {
        return ALL.stream()
                .map(persona -> new Button(persona.code(), persona.name()))
                .toList();
    }

    Optional<AccountId> account(String code) {
        return ALL.stream()
                .filter(persona -> persona.code().equals(code))
                .findFirst()
                .flatMap(persona -> accounts.account(persona.address()))
                .map(Account::id);
    }

    /** Runs after the sample network was loaded; its cities are the scopes. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        for (var persona : ALL) {
            var account = accounts.account(persona.address()).map(Account::id).orElseGet(() -> accounts.add(
                            persona.address(), messages.getMessage(persona.name(), null, Locale.ENGLISH), null)
                    .orElseThrow());
            scopes(persona).forEach(scope -> accounts.assign(account, persona.role(), scope, null));
        }
    }

    private List<Scope> scopes(Persona persona) {
        var city = persona.city();
        var country = persona.country();
        if (city == null && country == null) {
            return List.of(Scope.NETWORK);
        }
        return scopes.stream()
                .filter(known -> known.kind() == Scope.Kind.CITY)
                .flatMap(cities -> Stream.concat(
                        city == null ? Stream.empty() : cities.find(city).stream(),
                        country == null ? Stream.empty() : cities.in(country).stream()))
                .map(Scope::city)
                .toList();
    }
}

package org.interurban.platform.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.authority.ScopeNames;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.MailAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts to look at a demonstration with, as the sample lists them; named by role, never as a person. */
@Component
@Profile("demo")
class Personas implements ApplicationRunner {

    private static final String LIST = "sample/personas.csv";
    private static final String NAME = "name";
    private static final CSVFormat FORM =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Accounts accounts;
    private final ObjectProvider<ScopeNames> scopes;
    private final List<Persona> all;

    Personas(Accounts accounts, ObjectProvider<ScopeNames> scopes) throws IOException {
        this.accounts = accounts;
        this.scopes = scopes;
        try (var list = CSVParser.parse(new ClassPathResource(LIST).getInputStream(), StandardCharsets.UTF_8, FORM)) {
            this.all = list.stream().map(Persona::of).toList();
        }
    }

    /**
     * One of them, behind a button of the sign-in page.
     *
     * @param code as in its address
     * @param cities the codes of those it works for, none for the whole network
     */
    record Persona(String code, Role role, List<String> cities, LocalizedText name) {

        private static Persona of(CSVRecord row) {
            var translations = new HashMap<String, String>();
            row.toMap().forEach((column, text) -> {
                if (column.startsWith(NAME + "_") && !text.isBlank()) {
                    translations.put(column.substring(NAME.length() + 1), text);
                }
            });
            return new Persona(
                    row.get("code"),
                    Role.valueOf(row.get("role")),
                    Stream.of(row.get("cities").split(";"))
                            .filter(city -> !city.isBlank())
                            .toList(),
                    LocalizedText.of(row.get(NAME)).edited(row.get(NAME), translations));
        }

        private MailAddress address() {
            return new MailAddress(code + "@example.org");
        }
    }

    List<Persona> all() {
        return all;
    }

    Optional<AccountId> account(String code) {
        return all.stream()
                .filter(persona -> persona.code().equals(code))
                .findFirst()
                .flatMap(persona -> accounts.account(persona.address()))
                .map(Account::id);
    }

    /** Runs after the sample network was loaded; its cities are the scopes. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        for (var persona : all) {
            var account = accounts.account(persona.address()).map(Account::id).orElseGet(() -> accounts.add(
                            persona.address(), persona.name().original(), null)
                    .orElseThrow());
            scopes(persona).forEach(scope -> accounts.assign(account, persona.role(), scope, null));
        }
    }

    private List<Scope> scopes(Persona persona) {
        if (persona.cities().isEmpty()) {
            return List.of(Scope.NETWORK);
        }
        return scopes.stream()
                .filter(known -> known.kind().equals(Scope.Kind.CITY))
                .flatMap(cities -> persona.cities().stream().flatMap(city -> cities.find(city).stream()))
                .map(Scope::city)
                .toList();
    }
}

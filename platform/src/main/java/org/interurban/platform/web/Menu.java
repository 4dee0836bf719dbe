package org.interurban.platform.web;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.interurban.platform.authority.Access;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The entries of the menu, as the pages say that they are in it, and what people begin to do. */
@Component
public class Menu implements SmartInitializingSingleton {

    /**
     * One entry, as a page's header shows it.
     *
     * @param more whether it stands under "more"
     */
    public record Entry(String section, String address, String words, boolean more) {}

    private record Begun(String address, String words, Access access) {}

    private record Said(InMenu entry, List<Permission> holding, List<Permission> unless, String address) {

        Said(InMenu entry, String address) {
            this(entry, permissions(entry.holding()), permissions(entry.unless()), address);
        }

        private static List<Permission> permissions(String... names) {
            return Arrays.stream(names).map(Permission::named).toList();
        }

        boolean isFor(Person person, boolean atWork) {
            return entry.atWork() == atWork
                    && (holding.isEmpty() || holding.stream().anyMatch(person::mayAnywhere))
                    && unless.stream().noneMatch(person::mayAnywhere);
        }
    }

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private volatile List<Said> entries = List.of();
    private volatile List<Begun> acts = List.of();

    Menu(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** Names of permissions that nobody brings are found before anybody comes. */
    @Override
    public void afterSingletonsInstantiated() {
        entries = read(mapping.getObject());
        acts = acts(mapping.getObject());
    }

    private static List<Said> read(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(handler -> Arrays.stream(handler.getValue().getMethod().getAnnotationsByType(InMenu.class))
                        .map(entry -> new Said(
                                entry,
                                handler.getKey().getPatternValues().iterator().next())))
                .sorted(comparingInt(said -> said.entry().place()))
                .toList();
    }

    /** The pages to which this person is led. */
    public List<Entry> of(Person person, boolean atWork) {
        return entries.stream()
                .filter(said -> said.isFor(person, atWork))
                .map(said -> new Entry(
                        said.entry().section(),
                        said.address(),
                        said.entry().words(),
                        atWork && said.entry().place() >= InMenu.MORE))
                .toList();
    }

    private static List<Begun> acts(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(handler -> handler.getValue().hasMethodAnnotation(Act.class))
                .map(handler -> new Begun(
                        handler.getKey().getPatternValues().iterator().next(),
                        Objects.requireNonNull(handler.getValue().getMethodAnnotation(Act.class))
                                .value(),
                        Access.of(handler.getValue()).orElseThrow()))
                .sorted(comparing(Begun::address))
                .toList();
    }

    /** What this person may begin to do. */
    public List<Entry> acts(Person person) {
        return acts.stream()
                .filter(act -> act.access().isGivenTo(person))
                .map(act -> new Entry("", act.address(), act.words(), false))
                .toList();
    }
}

package org.interurban.platform.web;

import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.List;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The entries of the menu, as the pages say that they are in it. */
@Component
class Menu implements SmartInitializingSingleton {

    /** One entry, as a page's header shows it. */
    record Entry(String section, String address, String words) {}

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

    Menu(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** Names of permissions that nobody brings are found before anybody comes. */
    @Override
    public void afterSingletonsInstantiated() {
        entries = read(mapping.getObject());
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

    List<Entry> of(Person person, boolean atWork) {
        return entries.stream()
                .filter(said -> said.isFor(person, atWork))
                .map(said -> new Entry(
                        said.entry().section(), said.address(), said.entry().words()))
                .toList();
    }
}

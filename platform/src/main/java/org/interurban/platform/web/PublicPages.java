package org.interurban.platform.web;

import static java.util.Comparator.comparing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.interurban.platform.authority.Access;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages for everyone that are not of one record: those in the menu, lists, and those that show all records of a kind. */
@Component
public class PublicPages {

    private final Supplier<List<String>> addresses;
    private final Supplier<List<Menu.Entry>> footer;
    private final ObjectProvider<UnsaidPages> unsaid;

    PublicPages(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
            ObjectProvider<Listing<?>> listings,
            ObjectProvider<UnsaidPages> unsaid) {
        this.unsaid = unsaid;
        this.footer = SingletonSupplier.of(() -> footer(mapping.getObject()));
        this.addresses = SingletonSupplier.of(() -> {
            var found = new TreeSet<String>();
            found.add("/");
            mapping.getObject().getHandlerMethods().forEach((request, handler) -> {
                if (isOpen(handler) && isNamed(handler)) {
                    found.addAll(request.getPatternValues());
                }
            });
            listings.stream()
                    .filter(listing -> Access.OPEN.equals(listing.access()))
                    .flatMap(listing -> listing.addresses().stream())
                    .filter(address -> !address.startsWith(Listing.INTERFACE))
                    .forEach(found::add);
            mapping.getObject().getHandlerMethods().forEach((request, handler) -> {
                if (isForWork(handler)) {
                    found.removeAll(request.getPatternValues());
                }
            });
            found.removeIf(address -> address.contains("{"));
            return List.copyOf(found);
        });
    }

    private static List<Menu.Entry> footer(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(handler -> handler.getValue().hasMethodAnnotation(InFooter.class))
                .sorted(comparing(handler -> said(handler.getValue()).place()))
                .map(handler -> new Menu.Entry(
                        "",
                        handler.getKey().getPatternValues().iterator().next(),
                        said(handler.getValue()).words(),
                        false))
                .toList();
    }

    private static InFooter said(HandlerMethod handler) {
        return Objects.requireNonNull(handler.getMethodAnnotation(InFooter.class));
    }

    /** Those to which every page leads at its foot. */
    List<Menu.Entry> footer() {
        return footer.get();
    }

    private static boolean isOpen(HandlerMethod handler) {
        return Access.of(handler).filter(Access.OPEN::equals).isPresent();
    }

    /** The menu leads those to it who hold a right, and nobody else, though others may read something there. */
    static boolean isForWork(HandlerMethod handler) {
        var entries = handler.getMethod().getAnnotationsByType(InMenu.class);
        return entries.length > 0
                && Arrays.stream(entries).allMatch(entry -> entry.atWork() && entry.holding().length > 0);
    }

    private static boolean isNamed(HandlerMethod handler) {
        return handler.hasMethodAnnotation(PageOf.class)
                || handler.hasMethodAnnotation(InFooter.class)
                || Arrays.stream(handler.getMethod().getAnnotationsByType(InMenu.class))
                        .anyMatch(entry -> !entry.atWork());
    }

    public List<String> addresses() {
        return addresses.get();
    }

    /** Those that say something. */
    public List<String> said() {
        var empty = unsaid.stream().flatMap(pages -> pages.unsaid().stream()).toList();
        return addresses().stream().filter(address -> !empty.contains(address)).toList();
    }
}

package org.interurban.platform.web;

import static java.util.Comparator.comparing;

import java.util.List;
import org.interurban.platform.authority.Access;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The lists that programs may read without an account. */
@Component
public class OpenLists {

    /**
     * One of them.
     *
     * @param address where it is answered as JSON; with {@code .csv} or {@code .xlsx} as a sheet
     * @param sheetOf an address of a sheet where all rows are too many for one, else empty
     */
    public record OpenList(String name, String address, String sheetOf, List<String> columns, List<String> filters) {}

    private final ObjectProvider<Listing<?>> listings;

    OpenLists(ObjectProvider<Listing<?>> listings) {
        this.listings = listings;
    }

    public List<OpenList> all() {
        return listings.stream()
                .filter(listing -> Access.OPEN.equals(listing.access()))
                .flatMap(listing -> listing.addresses().stream()
                        .filter(address -> address.startsWith(Listing.INTERFACE) && !address.contains("{"))
                        .map(address -> list(listing, address)))
                .sorted(comparing(OpenList::name))
                .toList();
    }

    private static OpenList list(Listing<?> listing, String address) {
        return new OpenList(
                listing.sheet().name(),
                address,
                listing.sheetOf(),
                listing.sheet().columns().stream().map(Sheet.Column::name).toList(),
                listing.terms().filters());
    }
}

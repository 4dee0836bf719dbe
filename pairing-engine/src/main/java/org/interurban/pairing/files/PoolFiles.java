package org.interurban.pairing.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.interurban.pairing.Side;

/** The files of a backtest: cities with their interests, and the pairs that were made. */
public record PoolFiles(Path cities, Path truth) {

    private static final class Draft {
        private final Map<String, Member> members = new LinkedHashMap<>();
        private final Map<String, Set<String>> partners = new HashMap<>();

        List<Member> on(Side side) {
            return members.values().stream()
                    .filter(member -> member.side == side)
                    .toList();
        }
    }

    private record Member(String city, Side side, String country, Set<String> interests) {
        Pool.City asCity() {
            return new Pool.City(city, Countries.setting(country), List.copyOf(interests));
        }
    }

    /** The pools in the order of the file; present when no file had a fault. */
    public Optional<List<Pool>> read(Findings findings) {
        var drafts = new LinkedHashMap<String, Draft>();
        Table.read(cities, Set.of("pool", "side", "city"), Set.of("country", "interest"), findings)
                .rows()
                .forEach(row -> city(row, drafts));
        Table.read(truth, Set.of("pool", "city_a", "city_b"), Set.of(), findings)
                .rows()
                .forEach(row -> pair(row, drafts));
        return findings.clean()
                ? Optional.of(drafts.entrySet().stream()
                        .map(draft -> pool(draft.getKey(), draft.getValue()))
                        .toList())
                : Optional.empty();
    }

    private static void city(Row row, Map<String, Draft> drafts) {
        var pool = row.required("pool");
        var city = row.required("city");
        var side = row.required("side")
                .flatMap(present -> row.checked("side", PoolFiles::isSide, "A or B"))
                .map(Side::valueOf);
        if (pool.isEmpty() || city.isEmpty() || side.isEmpty()) {
            return;
        }
        var country = Countries.code(row.text("country"));
        if (country.isEmpty() && !row.text("country").isEmpty()) {
            row.note("the country %s is not known and counts as unknown".formatted(row.text("country")));
        }
        var members = drafts.computeIfAbsent(pool.get(), fresh -> new Draft()).members;
        var member = members.computeIfAbsent(
                city.get(), fresh -> new Member(fresh, side.get(), country.orElse(""), new TreeSet<>()));
        if (member.side != side.get()) {
            row.fault(
                    "side",
                    "expected %s, as in an earlier row of %s, found \"%s\""
                            .formatted(member.side, city.get(), side.get()));
        }
        if (country.isPresent() && !member.country.equals(country.get())) {
            row.fault(
                    "country",
                    "expected %s, as in an earlier row of %s, found \"%s\""
                            .formatted(
                                    member.country.isEmpty() ? "nothing" : member.country,
                                    city.get(),
                                    row.text("country")));
        }
        if (!row.text("interest").isEmpty()) {
            member.interests.add(row.text("interest"));
        }
    }

    private static boolean isSide(String side) {
        return side.equals("A") || side.equals("B");
    }

    private static void pair(Row row, Map<String, Draft> drafts) {
        var pool = row.required("pool");
        var one = row.required("city_a");
        var other = row.required("city_b");
        var draft = pool.map(drafts::get).orElse(null);
        if (draft == null) {
            pool.ifPresent(
                    name -> row.fault("pool", "expected a pool of the cities file, found \"%s\"".formatted(name)));
            return;
        }
        var a = member(row, "city_a", one, draft);
        var b = member(row, "city_b", other, draft);
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        if (a.get().side == b.get().side) {
            row.fault("city_b", "expected a city of the other side, found \"%s\"".formatted(b.get().city));
            return;
        }
        var ofA = a.get().side == Side.A ? a.get() : b.get();
        var ofB = a.get().side == Side.A ? b.get() : a.get();
        draft.partners.computeIfAbsent(ofA.city, fresh -> new HashSet<>()).add(ofB.city);
    }

    private static Optional<Member> member(Row row, String column, Optional<String> city, Draft draft) {
        var member = city.map(draft.members::get);
        if (city.isPresent() && member.isEmpty()) {
            row.fault(column, "expected a city of this pool, found \"%s\"".formatted(city.get()));
        }
        return member;
    }

    private static Pool pool(String name, Draft draft) {
        var sideA = draft.on(Side.A);
        var sideB = draft.on(Side.B);
        var truth = new ArrayList<Set<Integer>>();
        for (var a : sideA) {
            var partners = new HashSet<Integer>();
            for (var b = 0; b < sideB.size(); b++) {
                if (draft.partners.getOrDefault(a.city, Set.of()).contains(sideB.get(b).city)) {
                    partners.add(b);
                }
            }
            truth.add(partners);
        }
        return new Pool(
                name,
                sideA.stream().map(Member::asCity).toList(),
                sideB.stream().map(Member::asCity).toList(),
                truth);
    }
}

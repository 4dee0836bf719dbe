package org.interurban.pairing.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.interurban.pairing.cli.Backtest.Method;
import org.interurban.pairing.cli.Backtest.Shown;
import org.interurban.pairing.cli.Backtest.Tally;
import org.interurban.pairing.files.Findings;
import org.interurban.pairing.files.PoolFiles;
import org.interurban.pairing.scoring.Meaning;
import org.jspecify.annotations.Nullable;

/** {@code backtest}: how well the scores would have found pairs that are known. */
final class BacktestCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("--cities", "--truth", "--out");

    private final Meaning meaning;

    BacktestCommand(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) throws UsageException, IOException {
        var arguments = Arguments.of(words, OPTIONS, 0, 0);
        var files = new PoolFiles(arguments.required("--cities"), arguments.required("--truth"));
        var findings = new Findings();
        var pools = files.read(findings);
        Messages.print(findings, err);
        if (pools.isEmpty()) {
            return Pairing.BAD_INPUT;
        }
        var backtest = new Backtest(meaning);
        var shown = pools.get().stream().map(backtest::run).toList();
        var lines = new ArrayList<String>();
        lines.add("From side A: where the true partner stands when side B is ordered by score. Equal scores: expected"
                + " place.");
        lines.add("hit@3 in pools of 8 a side or more. Sentence model: " + meaning.name() + ".");
        lines.add("");
        lines.add(row("pool", "size", "asked", "method", "hit@1", "hit@3", "MRR"));
        for (var pool : shown) {
            addRows(lines, pool.pool().name(), size(pool), List.of(pool));
            if (!pool.pool().hasInterests()) {
                lines.add("  nothing to go on: " + pool.pool().name() + " states no interests on one side or both");
            }
        }
        addOverall(lines, "over all", shown, pool -> true);
        if (shown.stream().anyMatch(pool -> !pool.pool().hasInterests())) {
            addOverall(lines, "over pools with interests", shown, pool -> pool.pool()
                    .hasInterests());
        }
        lines.forEach(out::println);
        write(arguments.path("--out"), lines, shown);
        return Pairing.DONE;
    }

    private static String size(Shown pool) {
        return "%d x %d"
                .formatted(pool.pool().sideA().size(), pool.pool().sideB().size());
    }

    private static void addOverall(List<String> lines, String name, List<Shown> shown, Predicate<Shown> which) {
        var some = shown.stream().filter(which).toList();
        addRows(lines, name, "%d pools".formatted(some.size()), some);
    }

    private static void addRows(List<String> lines, String name, String size, List<Shown> pools) {
        var first = true;
        for (var method : Method.values()) {
            var tally = sum(pools, method);
            if (tally.isEmpty()) {
                continue;
            }
            var all = tally.get();
            lines.add(row(
                    first ? name : "",
                    first ? size : "",
                    first ? String.valueOf(all.asked()) : "",
                    method.words,
                    share(all.first(), all.asked()),
                    share(all.amongThree(), all.askedForThree()),
                    share(all.reciprocal(), all.asked())));
            first = false;
        }
    }

    /** Empty for a method that could not be tried. */
    private static Optional<Tally> sum(List<Shown> pools, Method method) {
        return pools.stream()
                .flatMap(pool -> Optional.ofNullable(pool.tallies().get(method)).stream())
                .reduce(Tally::plus);
    }

    private static String share(double hits, int asked) {
        return asked == 0 ? "-" : String.format(Locale.ROOT, "%.3f", hits / asked);
    }

    private static String row(
            String pool, String size, String asked, String method, String one, String three, String mean) {
        return String.format(
                Locale.ROOT, "%-26s %9s %6s  %-20s %6s %6s %6s", pool, size, asked, method, one, three, mean);
    }

    private static void write(@Nullable Path folder, List<String> lines, List<Shown> shown) throws IOException {
        if (folder == null) {
            return;
        }
        new OutFolder(folder, List.of("ranks.csv", "backtest.txt")).write(beside -> {
            Files.write(beside.resolve("backtest.txt"), lines);
            try (var csv = new CsvFile(beside.resolve("ranks.csv"))) {
                csv.row("pool", "city", "true_partners", "expected_rank", "of");
                for (var pool : shown) {
                    for (var rank : pool.ranks()) {
                        csv.row(rank.pool(), rank.city(), rank.partners(), rank.rank(), rank.of());
                    }
                }
            }
        });
    }
}

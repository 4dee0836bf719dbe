package org.interurban.pairing.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.interurban.pairing.Answer;
import org.interurban.pairing.InvalidProblemException;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Repair;
import org.interurban.pairing.files.Findings;
import org.interurban.pairing.files.RoundFiles;
import org.interurban.pairing.files.RoundFiles.Round;
import org.interurban.pairing.files.Rules;
import org.interurban.pairing.scoring.HardRules;
import org.interurban.pairing.scoring.Meaning;
import org.interurban.pairing.scoring.Profile;

/**
 * {@code repair}: the least change to an earlier answer after cities withdrew or joined.
 *
 * <p>Who withdrew is named; the earlier scores then stand. Who joined stands in new files of the round, which is then scored anew.
 */
final class RepairCommand implements Command {

    private final Meaning meaning;

    RepairCommand(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) throws UsageException, IOException {
        var options = new HashSet<>(RoundOptions.NAMES);
        options.addAll(List.of("--agreed", "--withdrawn", "--out"));
        var arguments = Arguments.of(words, options, 1, 1);
        var before = new RunFolder(Path.of(arguments.words().getFirst()));
        var after = new RunFolder(arguments.required("--out"));
        var withdrawn = withdrawn(arguments);
        var files = arguments.options().keySet().stream().anyMatch(RoundOptions.NAMES::contains)
                ? Optional.of(RoundOptions.files(arguments))
                : Optional.<RoundFiles>empty();
        if (withdrawn.isEmpty() && files.isEmpty()) {
            throw new UsageException("nothing has changed: name who withdrew, or the files with who joined");
        }
        var findings = new Findings();
        var agreed = agreed(arguments, before, files, withdrawn, findings);
        if (agreed.isEmpty()) {
            Messages.print(findings, err);
            return Pairing.BAD_INPUT;
        }
        try {
            var progress = new Progress(err);
            var prepared = files.isPresent()
                    ? files.get()
                            .read(findings)
                            .map(round -> PreparedRound.of(without(round, withdrawn), meaning, progress))
                    // the numbers are stored, and no reasons are asked for
                    : before.prepared(round -> without(round, withdrawn), Meaning.NONE, findings, progress);
            Messages.print(findings, err);
            if (prepared.isEmpty()) {
                return Pairing.BAD_INPUT;
            }
            if (prepared.get().shortlisted()) {
                err.println("too many pairs to be scored anew for a repair; bring the scores of the pairs that matter");
                return Pairing.BAD_INPUT;
            }
            var code = repair(prepared.get(), agreed.get(), after, out, err);
            if (code != Pairing.DONE && !after.isSameAs(before)) {
                after.removeAnswer(err);
            }
            return code;
        } catch (InvalidProblemException e) {
            Messages.print(e, err);
            return Pairing.BAD_INPUT;
        }
    }

    private static Set<String> withdrawn(Arguments arguments) {
        return Arrays.stream(arguments.options().getOrDefault("--withdrawn", "").split("[;,]"))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The earlier answer; empty, with faults, when it cannot be read or names someone unknown. */
    private static Optional<Answer> agreed(
            Arguments arguments, RunFolder before, Optional<RoundFiles> files, Set<String> withdrawn, Findings findings)
            throws UsageException {
        var round = before.round(findings);
        var now = files.isEmpty() ? Optional.<Round>empty() : files.get().read(new Findings());
        if (round.isEmpty()) {
            return Optional.empty();
        }
        var everyone = new ArrayList<>(round.get().profiles());
        var ids = everyone.stream().map(Profile::id).collect(Collectors.toSet());
        now.stream()
                .flatMap(joined -> joined.profiles().stream())
                .filter(profile -> !ids.contains(profile.id()))
                .forEach(everyone::add);
        for (var id : withdrawn) {
            if (everyone.stream().noneMatch(profile -> profile.id().equals(id))) {
                throw new UsageException(id + " does not take part in this run");
            }
        }
        var known = new Round(
                everyone, round.get().topics(), Optional.empty(), round.get().rules());
        var path = arguments.path("--agreed");
        var pairs = RoundFiles.readScores(path == null ? before.file("pairs.csv") : path, known, findings).stream()
                .map(pair -> new Answer.Pair(pair.a(), pair.b(), pair.score()))
                .toList();
        return findings.clean()
                ? Optional.of(
                        new Answer(pairs.stream().mapToLong(Answer.Pair::score).sum(), pairs, List.of()))
                : Optional.empty();
    }

    /** The round in which these have no place: no rule asks for them, and none of their pairs is allowed. */
    private static Round without(Round round, Set<String> withdrawn) {
        var rules = round.rules();
        var exclusions = new ArrayList<>(rules.hardRules().exclusions());
        withdrawn.stream()
                .sorted()
                .map(id -> new HardRules.Exclusion.Alone(id, "withdrew"))
                .forEach(exclusions::add);
        return new Round(
                round.profiles().stream()
                        .map(profile -> withdrawn.contains(profile.id()) ? withoutPlace(profile) : profile)
                        .toList(),
                round.topics(),
                round.scores(),
                new Rules(
                        rules.form(),
                        rules.objective(),
                        rules.weights(),
                        rules.priors(),
                        new HardRules(exclusions),
                        rules.locks().stream()
                                .filter(lock -> !withdrawn.contains(lock.a()) && !withdrawn.contains(lock.b()))
                                .toList(),
                        rules.limits(),
                        rules.year(),
                        rules.seed()));
    }

    private static Profile withoutPlace(Profile profile) {
        return new Profile(
                new Participant(profile.id(), profile.participant().side(), 0, 0),
                profile.name(),
                profile.country(),
                profile.offers(),
                profile.seeks(),
                profile.setting(),
                profile.ties());
    }

    private static int repair(PreparedRound round, Answer agreed, RunFolder folder, PrintStream out, PrintStream err)
            throws IOException {
        return switch (Repair.of(round.problem(), agreed)) {
            case Repair.Result.Repaired(var repair) -> {
                write(folder, repair);
                yield told(round, repair, out);
            }
            case Repair.Result.Impossible(var infeasible) -> Messages.print(infeasible, round, err);
            case Repair.Result.Refused(var refused) -> Messages.print(refused, err);
        };
    }

    private static void write(RunFolder folder, Repair repair) throws IOException {
        folder.write(beside -> {
            beside.writePairs(repair.answer());
            beside.writeCertificate(repair.certificate());
            try (var csv = new CsvFile(beside.file("changes.csv"))) {
                csv.row("change", "a", "b", "score");
                for (var change : changes(repair).entrySet()) {
                    for (var pair : change.getValue()) {
                        csv.row(change.getKey(), pair.a(), pair.b(), pair.score());
                    }
                }
            }
        });
    }

    private static Map<String, List<Answer.Pair>> changes(Repair repair) {
        var changes = new LinkedHashMap<String, List<Answer.Pair>>();
        changes.put("kept", repair.kept());
        changes.put("dropped", repair.dropped());
        changes.put("added", repair.added());
        return changes;
    }

    private static int told(PreparedRound round, Repair repair, PrintStream out) {
        changes(repair)
                .forEach((change, pairs) -> pairs.forEach(pair -> out.printf(
                        "%-7s  %s - %s  %d%n", change, name(round, pair.a()), name(round, pair.b()), pair.score())));
        out.printf(
                "pairing everyone anew: objective %d%n", repair.freshOptimum().objective());
        out.printf(
                "objective %d pairs %d kept %d dropped %d added %d cost %d proof %s%n",
                repair.answer().objective(),
                repair.answer().pairs().size(),
                repair.kept().size(),
                repair.dropped().size(),
                repair.added().size(),
                repair.cost(),
                repair.exact() ? "exact" : "bound");
        return Pairing.DONE;
    }

    private static String name(PreparedRound round, String id) {
        return round.takesPart(id) ? round.name(id) : id;
    }
}

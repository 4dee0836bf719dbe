package org.interurban.platform.house;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;

/** What can be counted about how the house is built. */
final class Measures {

    /**
     * One number.
     *
     * @param name as it is kept and printed
     * @param goal what it is to come down to
     */
    record Measure(String name, long now, long goal, String words) {}

    private static final Path MAIN = Path.of("src/main");
    private static final Path JAVA = MAIN.resolve("java");
    private static final Path TEMPLATES = MAIN.resolve("resources/templates");
    private static final Path MIGRATIONS = MAIN.resolve("resources/db/migration");

    private static final Pattern KOREAN = Pattern.compile("\\w+Ko\\b|['\"]ko['\"]|_ko\\b|isKorean");
    private static final Pattern SQL_COMMENT = Pattern.compile("--.*");

    /** Rows that a migration brings are data, in whatever languages. */
    private static final Pattern SQL_ROWS = Pattern.compile("(?ims)^insert into .*?;\\s*$");

    private static final int LINE = 140;
    private static final int COPIED_LINES = 6;

    /** With 73 words alike a pair of places has six lines or more nearly always. */
    private static final int COPIED_WORDS = 73;

    /** Files written by the tests themselves. */
    private static final Path WRITTEN = Path.of("src/test/resources/house");

    private static final Pattern STARTS = Pattern.compile("(?m)^@(PlatformTest|SpringBootTest)\\b");
    private static final Pattern SET_UP = Pattern.compile(
            "@(ActiveProfiles|TestPropertySource|Import|SpringBootTest|DirtiesContext)\\b(\\((?:[^()]|\\([^()]*\\))*\\))?");

    private static final Pattern NAMING = Pattern.compile("\\.(java|html|js|properties|sql)$");

    private Measures() {}

    static List<Measure> all() {
        return List.of(
                new Measure("foreign-tables", foreignReferences().count(), 0, "tables of another module named in SQL"),
                new Measure("bare-ids", bareIds(), 0, "bare UUIDs as parameters and components of records"),
                new Measure("one-language", korean(), 0, "places in code, SQL and templates that know Korean"),
                new Measure(
                        "copies",
                        copies(),
                        100,
                        "pairs of places alike over " + COPIED_LINES + " lines, whatever their names"),
                new Measure("long-lines", longLines(), 0, "lines of templates longer than " + LINE),
                new Measure(
                        "shared-places", newestKind(false), 0, "files of others that name the newest kind of record"),
                new Measure("own-files", newestKind(true), 16, "files of its own that the newest kind of record has"),
                new Measure("contexts", contexts(), 12, "applications that tests start, each set up in its own way"));
    }

    /** How often each module names tables of each other one. */
    static Map<String, Long> foreignTables() {
        return foreignReferences()
                .collect(Collectors.groupingBy(
                        reference ->
                                reference.module() + " -> " + reference.table().owner(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static Stream<SqlReferences.Reference> foreignReferences() {
        return SqlReferences.foreign().filter(reference -> !reference.table().view());
    }

    private static long bareIds() {
        var found = new ArrayList<Tree>();
        for (var unit : JavaSources.units()) {
            if (Set.of("shared", "database").contains(unit.module())) {
                continue;
            }
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    method.getParameters().stream().filter(Measures::isBareId).forEach(found::add);
                    return super.visitMethod(method, nothing);
                }

                @Override
                public Void visitClass(ClassTree type, Void nothing) {
                    if (isIdentifier(type)) {
                        return null;
                    }
                    if (type.getKind() == Tree.Kind.RECORD) {
                        type.getMembers().stream()
                                .filter(member -> member instanceof VariableTree field
                                        && !field.getModifiers().getFlags().contains(Modifier.STATIC)
                                        && isBareId(field))
                                .forEach(found::add);
                    }
                    return super.visitClass(type, nothing);
                }
            }.scan(unit.tree(), null);
        }
        return found.size();
    }

    /** The record of a kind of id is where its UUID belongs. */
    private static boolean isIdentifier(ClassTree type) {
        return type.getImplementsClause().stream()
                .anyMatch(implemented -> implemented.toString().equals("Identifier"));
    }

    private static boolean isBareId(VariableTree variable) {
        var type = variable.getType() instanceof AnnotatedTypeTree annotated
                ? annotated.getUnderlyingType()
                : variable.getType();
        return type != null && type.toString().equals("UUID");
    }

    private static long korean() {
        return Stream.of(JAVA, TEMPLATES, MIGRATIONS)
                .flatMap(Measures::files)
                .map(file -> file.toString().endsWith(".sql")
                        ? SQL_ROWS.matcher(SQL_COMMENT.matcher(read(file)).replaceAll(""))
                                .replaceAll("")
                        : read(file))
                .mapToLong(text -> KOREAN.matcher(text).results().count())
                .sum();
    }

    private static long copies() {
        var configuration = new CPDConfiguration();
        configuration.setOnlyRecognizeLanguage(JavaLanguageModule.getInstance());
        configuration.setMinimumTileSize(COPIED_WORDS);
        configuration.setIgnoreIdentifiers(true);
        configuration.setIgnoreLiterals(true);
        configuration.addInputPath(JAVA);
        var pairs = new ArrayList<Long>();
        try (var analysis = CpdAnalysis.create(configuration)) {
            analysis.performAnalysis(report -> report.getMatches().stream()
                    .filter(match -> match.getLineCount() >= COPIED_LINES)
                    .forEach(match -> pairs.add(match.getMarkCount() * (match.getMarkCount() - 1L) / 2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pairs.stream().mapToLong(Long::longValue).sum();
    }

    private static long longLines() {
        return files(TEMPLATES)
                .flatMap(file -> read(file).lines())
                .filter(line -> line.length() > LINE)
                .count();
    }

    /**
     * The newest module of a kind of record shows what the next one will cost: files of its own, which its name or the kind's tells, and
     * files of others that name the kind, but for the plan of the floors.
     *
     * @param own whether its own are counted, or those of others
     */
    private static long newestKind(boolean own) {
        var kept = new Properties();
        try (var file = Files.newBufferedReader(House.kept("newest-kind.properties"))) {
            kept.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var module = kept.getProperty("module");
        var its = Pattern.compile("/%1$s/|/%1$s[_.]|__%1$s\\.".formatted(module));
        var named = Pattern.compile(kept.getProperty("named"));
        return files(Path.of("src"))
                .filter(file -> !file.startsWith(WRITTEN))
                .filter(file -> its.matcher(file.toString()).find() == own)
                .filter(file -> own
                        || NAMING.matcher(file.toString()).find()
                                && named.matcher(read(file)).find())
                .count();
    }

    /** What a test says of the application that it needs; those that say the same share one. */
    private static long contexts() {
        return files(Path.of("src/test/java"))
                .map(Measures::read)
                .filter(test -> STARTS.matcher(test).find() && !test.contains("public @interface"))
                .map(test -> SET_UP.matcher(test)
                        .results()
                        .map(said -> said.group().replaceAll("\\s+", " "))
                        .sorted()
                        .toList())
                .distinct()
                .count();
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

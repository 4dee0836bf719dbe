package org.interurban.platform.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** The Java of the platform as its own compiler reads it. */
final class JavaSources {

    static final Path MAIN = Path.of("src/main/java/org/interurban/platform");

    /** Stands in a text for what is known only when the program runs. */
    static final String UNKNOWN = "unknown_";

    /**
     * One file.
     *
     * @param module the folder that it lies in
     */
    record Unit(String module, String path, CompilationUnitTree tree, SourcePositions positions) {

        long line(Tree tree) {
            return tree().getLineMap().getLineNumber(positions.getStartPosition(tree(), tree));
        }
    }

    /** A text in the code, put together where it is written in pieces. */
    record Text(Unit unit, long line, String value) {}

    private JavaSources() {}

    private static final class Read {
        static final List<Unit> UNITS = read();

        private static List<Unit> read() {
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var files = Files.walk(MAIN);
                    var manager = compiler.getStandardFileManager(null, null, null)) {
                var java = files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .toList();
                var task = (JavacTask) compiler.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(java));
                var positions = Trees.instance(task).getSourcePositions();
                var units = new ArrayList<Unit>();
                for (var tree : task.parse()) {
                    var path = MAIN.toAbsolutePath()
                            .relativize(Path.of(tree.getSourceFile().toUri()));
                    units.add(new Unit(
                            path.getNameCount() == 1
                                    ? "platform"
                                    : path.getName(0).toString(),
                            path.toString(),
                            tree,
                            positions));
                }
                return units;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<Unit> units() {
        return Read.UNITS;
    }

    /** Every text there is, also the constants that stand in others. */
    static List<Text> texts() {
        return texts(new Constants());
    }

    /** Those that say something by themselves: a constant that is a part of others is left out. */
    static List<Text> wholeTexts() {
        var constants = new Constants();
        return texts(constants).stream()
                .filter(text -> !constants.used.contains(text.value()))
                .toList();
    }

    private static List<Text> texts(Constants constants) {
        units().forEach(constants::read);
        return units().stream().flatMap(unit -> texts(unit, constants)).toList();
    }

    private static Stream<Text> texts(Unit unit, Constants constants) {
        var found = new ArrayList<Text>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String value) {
                    found.add(new Text(unit, unit.line(literal), value));
                }
                return null;
            }

            @Override
            public Void visitBinary(BinaryTree sum, Void nothing) {
                if (!isText(sum)) {
                    return super.visitBinary(sum, nothing);
                }
                found.add(new Text(unit, unit.line(sum), constants.value(sum, unit)));
                pieces(sum).filter(piece -> !(piece instanceof LiteralTree)).forEach(piece -> scan(piece, nothing));
                return null;
            }
        }.scan(unit.tree(), null);
        return found.stream();
    }

    private static Stream<ExpressionTree> pieces(ExpressionTree expression) {
        return switch (expression) {
            case ParenthesizedTree inner when isText(inner) -> pieces(inner.getExpression());
            case BinaryTree sum
            when isText(sum) -> Stream.concat(pieces(sum.getLeftOperand()), pieces(sum.getRightOperand()));
            default -> Stream.of(expression);
        };
    }

    private static boolean isText(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal -> literal.getValue() instanceof String;
            case ParenthesizedTree inner -> isText(inner.getExpression());
            case BinaryTree sum ->
                sum.getKind() == Tree.Kind.PLUS && (isText(sum.getLeftOperand()) || isText(sum.getRightOperand()));
            case MethodInvocationTree call ->
                call.getMethodSelect() instanceof MemberSelectTree select
                        && Set.of("formatted", "strip")
                                .contains(select.getIdentifier().toString())
                        && isText(select.getExpression());
            default -> false;
        };
    }

    /** Texts that have a name, by the file or type that holds them. */
    private static final class Constants {
        private record Constant(ExpressionTree expression, Unit unit) {}

        private final Map<String, Constant> named = new HashMap<>();
        private final Set<String> used = new HashSet<>();

        void read(Unit unit) {
            new TreeScanner<Void, String>() {
                @Override
                public Void visitClass(ClassTree type, String outer) {
                    return super.visitClass(type, type.getSimpleName().toString());
                }

                @Override
                public Void visitVariable(VariableTree variable, String type) {
                    var value = variable.getInitializer();
                    if (value != null
                            && isText(value)
                            && variable.getModifiers()
                                    .getFlags()
                                    .containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))) {
                        named.put(unit.path() + " " + variable.getName(), new Constant(value, unit));
                        named.put(type + "." + variable.getName(), new Constant(value, unit));
                    }
                    return super.visitVariable(variable, type);
                }
            }.scan(unit.tree(), "");
        }

        String value(ExpressionTree expression, Unit unit) {
            return switch (expression) {
                case LiteralTree literal -> String.valueOf(literal.getValue());
                case ParenthesizedTree inner -> value(inner.getExpression(), unit);
                case BinaryTree sum
                when sum.getKind() == Tree.Kind.PLUS ->
                    value(sum.getLeftOperand(), unit) + value(sum.getRightOperand(), unit);
                case IdentifierTree name -> named(unit.path() + " " + name.getName());
                case MemberSelectTree name -> named(name.toString());
                case MethodInvocationTree call
                when isText(call) && call.getMethodSelect() instanceof MemberSelectTree select ->
                    value(select.getExpression(), unit);
                default -> UNKNOWN;
            };
        }

        private String named(String name) {
            var constant = named.get(name);
            if (constant == null) {
                return UNKNOWN;
            }
            var value = value(constant.expression(), constant.unit());
            used.add(value);
            return value;
        }
    }
}

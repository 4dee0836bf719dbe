package org.interurban.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A new case of a sealed type or of an enum stops the build wherever it matters. */
class SwitchesTests {

    @Test
    void noSwitchOverASealedTypeOrAnEnumHasADefault() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = Files.walk(JavaSources.MAIN);
                var manager = compiler.getStandardFileManager(null, null, null)) {
            var java = files.filter(file -> file.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    diagnostic -> {},
                    List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                    null,
                    manager.getJavaFileObjectsFromPaths(java));
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            task.analyze();
            var switches = new Switches(Trees.instance(task));
            units.forEach(unit -> switches.scan(unit, null));

            assertThat(switches.read).as("switches over closed types").isGreaterThan(50);
            assertThat(switches.open).isEmpty();
        }
    }

    private static final class Switches extends TreePathScanner<Void, Void> {

        private final Trees trees;
        private final List<String> open = new ArrayList<>();
        private int read;

        Switches(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Void nothing) {
            check(tree, tree.getExpression(), tree.getCases());
            return super.visitSwitch(tree, nothing);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
            check(tree, tree.getExpression(), tree.getCases());
            return super.visitSwitchExpression(tree, nothing);
        }

        private void check(Tree tree, Tree over, List<? extends CaseTree> cases) {
            if (!isClosed(new TreePath(getCurrentPath(), over))) {
                return;
            }
            read++;
            if (cases.stream()
                    .flatMap(one -> one.getLabels().stream())
                    .anyMatch(DefaultCaseLabelTree.class::isInstance)) {
                var unit = getCurrentPath().getCompilationUnit();
                open.add("%s:%d"
                        .formatted(
                                Path.of(unit.getSourceFile().toUri()).getFileName(),
                                unit.getLineMap()
                                        .getLineNumber(
                                                trees.getSourcePositions().getStartPosition(unit, tree))));
            }
        }

        private boolean isClosed(TreePath over) {
            return trees.getTypeMirror(over) instanceof DeclaredType type
                    && type.asElement() instanceof TypeElement element
                    && (element.getKind() == ElementKind.ENUM
                            || element.getModifiers().contains(Modifier.SEALED));
        }
    }
}

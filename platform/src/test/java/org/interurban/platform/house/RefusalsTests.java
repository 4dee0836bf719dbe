package org.interurban.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A plain redirect commits what a form did: what a deed refuses must not be answered by one where a form is sent once. */
class RefusalsTests {

    /** What deeds answer when they are done. */
    private static final Set<String> DONE = Set.of(
            "Accepted",
            "Chosen",
            "Declined",
            "Done",
            "Good",
            "HasAccount",
            "Kept",
            "Mended",
            "Merged",
            "Moved",
            "Planned",
            "ProposedAnew",
            "Undone",
            "Uploaded");

    private static final Pattern OUTCOME = Pattern.compile("Outcome\\.(\\w+)");

    @Test
    void noRefusalOfAFormThatIsSentOnceIsAPlainRedirect() {
        var found = new TreeSet<String>();
        var answered = new TreeSet<String>();
        JavaSources.units().forEach(unit -> unit.tree().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .forEach(type -> methods(type).stream()
                        .filter(method -> method.getModifiers().toString().contains("@Once"))
                        .forEach(method -> answers(type, method, found, answered, new HashSet<>()))));

        assertThat(answered).contains("MergePages.merge Apart", "EnquiryPages.answered AnsweredAlready");
        assertThat(found).isEmpty();
    }

    private static List<MethodTree> methods(ClassTree type) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .toList();
    }

    /** @param seen by their names, so that a method that calls itself is read once */
    private static void answers(
            ClassTree type, MethodTree handler, Set<String> found, Set<String> answered, Set<String> seen) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitCase(CaseTree one, Void nothing) {
                look(one.getLabels().toString(), one.getBody());
                return super.visitCase(one, nothing);
            }

            @Override
            public Void visitIf(IfTree one, Void nothing) {
                look(asked(one.getCondition()), one.getThenStatement());
                return super.visitIf(one, nothing);
            }

            @Override
            public Void visitConditionalExpression(ConditionalExpressionTree one, Void nothing) {
                look(asked(one.getCondition()), one.getTrueExpression());
                return super.visitConditionalExpression(one, nothing);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                if (call.getMethodSelect() instanceof IdentifierTree own && seen.add(own.toString())) {
                    methods(type).stream()
                            .filter(method -> method.getName().contentEquals(own.getName()))
                            .forEach(method -> answers(type, method, found, answered, seen));
                }
                return super.visitMethodInvocation(call, nothing);
            }

            private String asked(ExpressionTree condition) {
                var text = condition.toString();
                return text.contains("instanceof") && !text.contains("!(") ? text : "";
            }

            private void look(String outcome, Tree answer) {
                OUTCOME.matcher(outcome)
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !DONE.contains(name))
                        .forEach(name -> {
                            var place = type.getSimpleName() + "." + handler.getName() + " " + name;
                            answered.add(place);
                            if (text(type, answer).contains("\"redirect:")) {
                                found.add(place);
                            }
                        });
            }
        }.scan(handler.getBody(), null);
    }

    /** What it says, with what the methods of its class say that it calls. */
    private static String text(ClassTree type, Tree answer) {
        var text = new StringBuilder(String.valueOf(answer));
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                if (call.getMethodSelect() instanceof IdentifierTree own) {
                    methods(type).stream()
                            .filter(method -> method.getName().contentEquals(own.getName()))
                            .forEach(method -> text.append(method.getBody()));
                }
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(answer, null);
        return text.toString();
    }
}

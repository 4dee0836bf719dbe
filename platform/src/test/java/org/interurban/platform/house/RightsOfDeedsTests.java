package org.interurban.platform.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever calls a deed, the right is asked in it: a handler opens a page, a use case acts. */
class RightsOfDeedsTests {

    private static final Set<String> ASKING = Set.of("require", "may", "mayAnywhere");

    /** Whom these are asked of. */
    private static final Set<String> ASKED = Set.of("rights", "reach", "person", "current");

    private static final Set<String> BEANS = Set.of("Service", "Component", "Repository");

    /** Deeds that ask no right, each with its reason. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            entry(
                    "AnswerDate#answer",
                    "asked by AnswerPages for a link in a mail, by the page of proposed dates for a city"),
            entry("AnswerProposal#answer", "asked by the page for a city, by AnswerPages for a link in a mail"),
            entry("AnswerProposal#wish", "as answer"),
            entry("AnswerLinks#link", "written into a mail by a deed that has asked"),
            entry("AskForLink#ask", "signing in"),
            entry("TellOfRole#invite", "part of an invitation, which has asked"),
            entry("AskToComeIn#ask", "whoever asks has no account yet"),
            entry("AskToComeIn#confirm", "whoever holds the link of the mail"),
            entry("Pictures#keep", "of the deed that has asked, as Pictures#remove"),
            entry("Pictures#copy", "of the deed that has asked, as Pictures#remove"),
            entry("Pictures#remove", "of the deed that has asked"),
            entry("ThisNetwork#showLogo", "of the settings, which have asked"),
            entry("Audit#mayBeUndone", "part of the deed that has asked, and asked again when it is undone"),
            entry("Audit#record", "notes the deed that has asked"),
            entry("AskForLink#first", "part of an invitation, which has asked"),
            entry("CityAccounts#open", "of the invitation of contacts, which has asked"),
            entry("CityAccounts#release", "of the removal of a contact, which has asked"),
            entry("CityAccounts#releaseAll", "of the merging of two cities, which has asked"),
            entry("FirstAdministrator#run", "nobody holds a right before"),
            entry("References#move", "of the merging of two records, which has asked"),
            entry("ForgottenRows#forget", "part of erasing a person, which has asked"),
            entry("ImportSheet#run", "work that goes on after the page has asked"),
            entry("Indexer#alone", "by the clock"),
            entry("Jobs#start", "begun by a deed that has asked"),
            entry("Mail#forget", "the secret of a letter that has gone"),
            entry("Mail#send", "of a deed that has asked"),
            entry("Notices#tell", "of a deed that has asked"),
            entry("Passkeys#delete", "one's own, as Spring Security asks for it"),
            entry("Passkeys#remove", "one's own"),
            entry("Passkeys#rename", "one's own"),
            entry("Passkeys#save", "one's own, as Spring Security asks for it"),
            entry("Personas#run", "the start of a demonstration"),
            entry("PlaceCities#settle", "of an addition by form or sheet, which has asked"),
            entry("PlacesLoading#load", "the start of a new database"),
            entry("Proposals#isStillOpen", "part of an answer, as AnswerProposal#answer"),
            entry("Queue#add", "of a deed that has asked"),
            entry("RecordExport#write", "the command line"),
            entry("RecordImport#load", "the command line, and the start of a demonstration"),
            entry("ReferenceData#afterSingletonsInstantiated", "the start"),
            entry("ReviewSheet#review", "work that goes on after the page has asked"),
            entry("Seals#seal", "by the clock"),
            entry("Seals#sealAuditTrail", "by the clock"),
            entry("SearchDocuments#put", "of a deed that has asked"),
            entry("SearchDocuments#remove", "of a deed that has asked"),
            entry("SignInLinks#generate", "signing in"),
            entry("SignedIn#remember", "signing in"),
            entry("TellOfRole#tell", "of a deed that has asked"),
            entry("TellPartners#tell", "of a deed that has asked"),
            entry("ThisNetwork#keep", "of a deed that has asked"),
            entry("UndoSheet#run", "work that goes on after the page has asked"));

    private static final Map<String, ClassTree> CLASSES = new HashMap<>();

    static {
        JavaSources.units()
                .forEach(unit -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree type, Void nothing) {
                        CLASSES.putIfAbsent(unit.module() + "." + type.getSimpleName(), type);
                        CLASSES.putIfAbsent(type.getSimpleName().toString(), type);
                        return super.visitClass(type, nothing);
                    }
                }.scan(unit.tree(), null));
    }

    @Test
    void everyDeedThatWritesAsksARightOrHasAReasonNotTo() {
        var without = new TreeSet<String>();
        JavaSources.units().forEach(unit -> unit.tree().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> BEANS.stream().anyMatch(bean -> has(type.getModifiers(), bean)))
                .forEach(type -> type.getMembers().stream()
                        .filter(MethodTree.class::isInstance)
                        .map(MethodTree.class::cast)
                        .filter(method -> writes(type, method))
                        .filter(method -> !asks(type, method, new HashSet<>())) // and not another of its name
                        .forEach(method -> without.add(type.getSimpleName() + "#" + method.getName()))));

        assertThat(without).containsExactlyElementsOf(new TreeSet<>(WITHOUT.keySet()));
    }

    private static boolean writes(ClassTree type, MethodTree method) {
        var said = has(method.getModifiers(), "Transactional") ? method.getModifiers() : type.getModifiers();
        return has(said, "Transactional") && !said.toString().contains("readOnly = true")
                || String.valueOf(method.getBody()).contains("transaction.execute");
    }

    private static boolean has(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .anyMatch(one -> one.getAnnotationType().toString().equals(annotation));
    }

    /** Whether the method, or one that it calls of its class or of an owner in a field of it, asks a right. */
    private static boolean asks(ClassTree type, String name, Set<String> seen) {
        if (!seen.add(type.getSimpleName() + "#" + name)) {
            return false;
        }
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals(name))
                .anyMatch(method -> asks(type, method, seen));
    }

    private static boolean asks(ClassTree type, MethodTree method, Set<String> seen) {
        var fields = fields(type);
        var found = new ArrayList<Boolean>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                switch (call.getMethodSelect()) {
                    case IdentifierTree own ->
                        found.add(asks(type, own.getName().toString(), seen));
                    case MemberSelectTree of -> found.add(asksOf(of, fields, seen));
                    default -> {}
                }
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(method.getBody(), null);
        return found.contains(true);
    }

    private static boolean asksOf(MemberSelectTree called, Map<String, String> fields, Set<String> seen) {
        var name = called.getIdentifier().toString();
        if (ASKING.contains(name)
                && ASKED.contains(called.getExpression().toString().replace("this.", ""))) {
            return true;
        }
        var owner = fields.get(called.getExpression().toString());
        return owner != null && CLASSES.containsKey(owner) && asks(CLASSES.get(owner), name, seen);
    }

    private static Map<String, String> fields(ClassTree type) {
        var fields = new HashMap<String, String>();
        List<? extends Tree> members = type.getMembers();
        members.stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .forEach(field -> fields.put(field.getName().toString(), String.valueOf(field.getType())));
        return fields;
    }
}

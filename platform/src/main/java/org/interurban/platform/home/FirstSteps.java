package org.interurban.platform.home;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Person;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.web.ThisNetwork;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** What there is to do first in a network in which no city takes part in anything yet; each step is gone once it is done. */
@Component
class FirstSteps implements WaitingTasks {

    private static final String STEP = """
        select 'home.task.%s' as words, '%s' as link, cast(:network as text) as title, null::text as detail, null::date as due, 1 as count
         where not exists (select from participant_brief) and not exists (%s)
        """;

    private final ThisNetwork network;

    FirstSteps(ThisNetwork network) {
        this.network = network;
    }

    @Override
    public Optional<Part> of(Person person) {
        var steps = new ArrayList<String>();
        if (person.may(CommonPermission.ADMINISTRATION)) {
            if (network.settings().name() == null) {
                steps.add(STEP.formatted("name", "/settings", "select where false"));
            }
            steps.add(STEP.formatted(
                    "officer", "/accounts/new", "select from role_holder_view where role = 'PROGRAMME_OFFICER'"));
        }
        if (person.may(ProgrammePermission.PROGRAMMES_CREATE)) {
            steps.add(STEP.formatted("programme", "/programmes/new", "select from programme_brief"));
            steps.add(STEP.formatted("cities", "/sheets", "select from organisation_brief where local_government"));
            steps.add(STEP.formatted("participants", "/programmes", "select where false"));
        }
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Part(String.join(" union all ", steps), Map.of("network", network.name(Locale.ENGLISH))));
    }
}

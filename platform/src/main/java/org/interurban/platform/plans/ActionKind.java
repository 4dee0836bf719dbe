package org.interurban.platform.plans;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What sort of action a plan holds. */
enum ActionKind {
    JOINT_INITIATIVE,
    PILOT_ACTION,
    TECHNICAL_EXCHANGE,
    KNOWLEDGE_SHARING,
    JOINT_WORKSHOP,
    JOINT_EVENT,
    SITE_VISIT,
    JOINT_POLICY_STUDY,
    JOINT_RESEARCH,
    JOINT_PRESENTATION,
    GLOBAL_SHOWCASE,
    CROSS_PARTICIPATION,
    UNIVERSITY_COOPERATION,
    EDUCATIONAL_EXCHANGE,
    BUSINESS_COLLABORATION,
    JOINT_BUSINESS_VENTURE,
    JOINT_FUNDING_APPLICATION,
    COOPERATION_EXPANSION,
    EXAMPLE_PROJECT;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ActionKind::code).toList();
    }

    static ActionKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

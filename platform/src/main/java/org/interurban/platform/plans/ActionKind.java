package org.interurban.platform.plans;

import java.util.Set;
import org.interurban.platform.shared.Coded;

/** What sort of action a plan holds. */
enum ActionKind implements Coded {
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

    private static final Set<ActionKind> EXCHANGES =
            Set.of(TECHNICAL_EXCHANGE, KNOWLEDGE_SHARING, SITE_VISIT, EDUCATIONAL_EXCHANGE, UNIVERSITY_COOPERATION);

    /** All others are initiatives of the partners. */
    boolean passesKnowledgeOn() {
        return EXCHANGES.contains(this);
    }
}

package org.interurban.platform.plans;

import org.interurban.platform.shared.Coded;

/** How far an agreement has come; everyone sees the ones signed or declared. */
enum AgreementStatus implements Coded {
    PLANNED,
    UNDER_DISCUSSION,
    SIGNED,
    DECLARED,
    UNCLEAR
}

package org.interurban.platform.plans;

import org.interurban.platform.shared.Coded;

/** What sort of paper an agreement is. */
enum AgreementType implements Coded {
    MEMORANDUM_OF_UNDERSTANDING,
    LETTER_OF_INTENT,
    JOINT_DECLARATION,
    DECLARATION
}

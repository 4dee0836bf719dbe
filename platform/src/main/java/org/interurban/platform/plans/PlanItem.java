package org.interurban.platform.plans;

/** An action of a plan. */
record PlanItem() {

    static final int STATEMENT_LENGTH = 500;
}

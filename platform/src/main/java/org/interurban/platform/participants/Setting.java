package org.interurban.platform.participants;

import org.interurban.platform.shared.Coded;

/** Circumstances in which a city works; cities that share some can use each other's practice more easily. */
public enum Setting implements Coded {
    PORT,
    COAST,
    RIVER,
    DELTA,
    MOUNTAIN,
    ISLAND,
    DRY,
    BORDER,
    CAPITAL,
    INDUSTRY,
    CHANGE,
    UNIVERSITY,
    TOURISM,
    HERITAGE,
    FARMING
}

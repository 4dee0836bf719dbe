package org.interurban.platform.drawing;

/**
 * Lines as they stand on a page.
 *
 * @param picture HTML of the drawing, across and upright
 * @param table HTML of the same in words
 */
public record LineDrawing(LineDiagram diagram, String picture, String table) {}

package org.interurban.platform.web;

import java.util.List;

/** Tells which of a module's pages for everyone say nothing yet, so that nobody is led to them from outside. */
public interface UnsaidPages {

    List<String> unsaid();
}

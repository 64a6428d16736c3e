package org.gomall.web.ready;

/** What stands in an answer for one request only; everything else in it is the same for everybody. */
enum Blank {
    /** The token in the forms of a page. */
    FORM_TOKEN,
    /** The name of whoever is logged in. */
    USERNAME,
    /** The number that finds the log lines of a request. */
    TRACE_ID
}

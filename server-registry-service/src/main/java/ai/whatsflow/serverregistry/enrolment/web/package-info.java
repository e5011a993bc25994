/** Enrolment over HTTP: tokens for operations, the exchange for nodes. */
@NullMarked
package ai.whatsflow.serverregistry.enrolment.web;

import org.jspecify.annotations.NullMarked;

/** Leases over HTTP, for nodes. */
@NullMarked
package ai.whatsflow.instance.assignment.web;

import org.jspecify.annotations.NullMarked;

/** Servers over HTTP, for operations. */
@NullMarked
package ai.whatsflow.serverregistry.server.web;

import org.jspecify.annotations.NullMarked;

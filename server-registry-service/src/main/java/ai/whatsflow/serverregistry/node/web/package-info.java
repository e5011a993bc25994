/** What registered nodes call: registration, heartbeats, exit notices. */
@NullMarked
package ai.whatsflow.serverregistry.node.web;

import org.jspecify.annotations.NullMarked;

/** The node's calls to server-registry and instance-service over HTTP. */
@NullMarked
package ai.whatsflow.node.platform;

import org.jspecify.annotations.NullMarked;

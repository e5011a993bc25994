/** Services, gateway and simulators: their images, environment and processes. */
@NullMarked
package ai.whatsflow.local.service;

import org.jspecify.annotations.NullMarked;

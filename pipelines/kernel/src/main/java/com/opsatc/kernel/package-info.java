/** Pure algorithms on primitives: no framework, no clock, no file. */
package com.opsatc.kernel;

/** How much time a recommendation would save: the passages it rests on, taken once, and the range of the effect. */
package com.opsatc.process.recommend.effect;

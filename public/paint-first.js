const { src } = document.currentScript.dataset;
requestAnimationFrame(() => setTimeout(() => import(src)));

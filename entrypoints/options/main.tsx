import { render } from 'preact';
import '@/components/theme.css';
import { OptionsPage } from './OptionsPage';
import { createPowers } from './powers';

const root = document.getElementById('root');
if (root) render(<OptionsPage powers={createPowers()} />, root);
